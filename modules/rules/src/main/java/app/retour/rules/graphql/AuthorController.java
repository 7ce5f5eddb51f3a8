package app.retour.rules.graphql;

import app.retour.api.GlobalId;
import app.retour.kernel.Actor;
import app.retour.rules.publishing.PolicyDraft;
import app.retour.rules.publishing.PolicyVersion;
import app.retour.tenants.clients.ApiClient;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who changed a policy, in the API. */
@Controller
class AuthorController {
    private final Staff staff;
    private final ApiClients clients;

    AuthorController(Staff staff, ApiClients clients) {
        this.staff = staff;
        this.clients = clients;
    }

    /** @param personId null for a program */
    record Author(@Nullable String personId, @Nullable String name) {}

    @SchemaMapping(typeName = "PolicyDraft")
    @Nullable
    Author savedBy(PolicyDraft draft) {
        return draft.savedBy() == null ? null : author(draft.savedBy()).orElse(null);
    }

    /** One look for each author, however many versions are theirs. */
    @BatchMapping(typeName = "PolicyVersion", field = "publishedBy")
    Map<PolicyVersion, Author> publishedBy(List<PolicyVersion> versions) {
        var known = new HashMap<String, Optional<Author>>();
        var authors = new HashMap<PolicyVersion, Author>();
        for (var version : versions) {
            var by = version.publishedBy();
            if (by.id() != null && by.kind() != Actor.Kind.SYSTEM) {
                known.computeIfAbsent(by.id(), this::author).ifPresent(author -> authors.put(version, author));
            }
        }
        return authors;
    }

    /** Somebody who left the team keeps their id and has no name any more. */
    private Optional<Author> author(String id) {
        var uuid = UUID.fromString(id);
        var client = clients.find(uuid).map(ApiClient::name);
        return Optional.of(
                client.isPresent()
                        ? new Author(null, client.get())
                        : new Author(
                                GlobalId.of("Person", uuid),
                                staff.byPerson(uuid).map(StaffMember::name).orElse(null)));
    }
}
