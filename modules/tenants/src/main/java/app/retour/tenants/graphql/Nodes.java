package app.retour.tenants.graphql;

import app.retour.api.NodeSource;
import app.retour.tenants.Tenants;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.Staff;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code node(id)} finds of this module. */
@Configuration(proxyBeanMethods = false)
class Nodes {
    @Bean
    NodeSource tenantNodes(Tenants tenants) {
        return nodes(
                "Tenant",
                id -> Optional.of(tenants.current())
                        .filter(tenant -> tenant.id().value().equals(id)));
    }

    @Bean
    NodeSource staffMemberNodes(Staff staff) {
        return nodes("StaffMember", staff::find);
    }

    @Bean
    NodeSource invitationNodes(Invitations invitations) {
        return nodes("Invitation", invitations::find);
    }

    @Bean
    NodeSource apiClientNodes(ApiClients clients) {
        return nodes("ApiClient", clients::find);
    }

    @Bean
    NodeSource auditEntryNodes(Audit audit) {
        return nodes("AuditEntry", audit::find);
    }

    private static NodeSource nodes(String type, Function<UUID, Optional<?>> find) {
        return new NodeSource() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Optional<?> find(UUID id) {
                return find.apply(id);
            }
        };
    }
}
