package app.retour.tenants.graphql;

import app.retour.api.GlobalId;
import app.retour.kernel.Actor;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.audit.AuditSearch;
import app.retour.tenants.clients.ApiClient;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** The audit in the API; reading only. */
@Controller
class AuditController {
    private final Audit audit;
    private final Staff staff;
    private final ApiClients clients;

    AuditController(Audit audit, Staff staff, ApiClients clients) {
        this.audit = audit;
        this.staff = staff;
        this.clients = clients;
    }

    @QueryMapping
    Window<AuditEntry> auditEntries(
            ScrollSubrange subrange,
            @Argument @Nullable String action,
            @Argument @Nullable String subjectType,
            @Argument @Nullable String subjectId,
            @Argument @Nullable String actorId) {
        var page = Page.of(subrange);
        return audit.list(new AuditSearch(action, subjectType, subjectId, actorId), page.position(), page.limit());
    }

    @SchemaMapping(typeName = "AuditEntry")
    String id(AuditEntry entry) {
        return GlobalId.of("AuditEntry", entry.id());
    }

    @SchemaMapping(typeName = "AuditEntry")
    String actorKind(AuditEntry entry) {
        return entry.actor().kind().name();
    }

    @SchemaMapping(typeName = "AuditEntry")
    @Nullable
    String actorId(AuditEntry entry) {
        return entry.actor().id();
    }

    @BatchMapping(typeName = "AuditEntry", field = "actorName")
    Map<AuditEntry, String> actorNames(List<AuditEntry> entries) {
        return ActorNames.of(entries, this::name);
    }

    private Optional<String> name(Actor actor) {
        if (actor.id() == null) {
            return Optional.empty();
        }
        return switch (actor.kind()) {
            case STAFF -> staff.byPerson(UUID.fromString(actor.id())).map(StaffMember::name);
            case INTEGRATOR -> clients.find(UUID.fromString(actor.id())).map(ApiClient::name);
            default -> Optional.empty();
        };
    }
}
