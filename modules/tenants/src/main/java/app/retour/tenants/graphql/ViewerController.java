package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.UserError;
import app.retour.tenants.Tenants;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.StaffSession;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The signed-in person and their own matters. */
@Controller
class ViewerController {
    private final People people;
    private final SignIns signIns;
    private final Tenants tenants;

    ViewerController(People people, SignIns signIns, Tenants tenants) {
        this.people = people;
        this.signIns = signIns;
        this.tenants = tenants;
    }

    record UpdateViewerInput(String name) {}

    record ViewerPayload(@Nullable Viewer viewer, List<UserError> userErrors) {}

    @QueryMapping
    Viewer viewer() {
        var tenant = tenants.current();
        var session = signIns.at(self(), tenant.id()).orElseThrow();
        var memberships = people.tenantsOf(self()).stream()
                .flatMap(id -> signIns.at(self(), id).stream())
                .flatMap(this::membership)
                .toList();
        return new Viewer(
                people.get(self()),
                session.role(),
                session.role().scopes().stream().sorted().toList(),
                tenant,
                memberships);
    }

    private Stream<Viewer.ViewerMembership> membership(StaffSession there) {
        var tenant = TenantContext.callAs(there.tenant(), tenants::current);
        return Stream.of(new Viewer.ViewerMembership(
                tenant.id().value(),
                tenant.name(),
                tenant.slug(),
                there.role(),
                tenant.id().equals(TenantContext.current())));
    }

    @MutationMapping
    ViewerPayload updateViewer(@Argument UpdateViewerInput input) {
        return answered(() -> people.rename(self(), input.name));
    }

    private ViewerPayload answered(Supplier<?> action) {
        return Answers.of(
                action::get, _ -> new ViewerPayload(viewer(), List.of()), errors -> new ViewerPayload(null, errors));
    }

    private static UUID self() {
        return Objects.requireNonNull(Caller.current().subject(), "Staff have a subject");
    }
}
