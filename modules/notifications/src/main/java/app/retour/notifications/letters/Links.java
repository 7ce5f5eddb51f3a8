package app.retour.notifications.letters;

import app.retour.api.GlobalId;
import app.retour.api.Origins;
import app.retour.kernel.TenantId;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the one button of a message leads. A shopper's link opens their order without asking, so it is signed only when
 * the mail leaves: what the ledger keeps and the team reads holds a place for it.
 */
@Component
public class Links {
    private static final String UNSIGNED = "/s/your-link?";
    private final Origins origins;
    private final ShopperSessions sessions;

    Links(Origins origins, ShopperSessions sessions) {
        this.origins = origins;
        this.sessions = sessions;
    }

    public String to(NotificationAudience audience, Merchant merchant, UUID returnId) {
        var id = GlobalId.of("Return", returnId);
        return audience == NotificationAudience.TEAM
                ? origins.admin() + "/admin/returns/" + id
                : origins.portalOf(merchant.slug()) + UNSIGNED + "return=" + id;
    }

    /**
     * For the messages of one batch, as the tenant of the moment. Nothing is looked up before the first link is signed.
     *
     * @param orders that they are about
     */
    public Signing signing(Set<UUID> orders) {
        return new Signing(TenantContext.current(), orders);
    }

    /** Signs the links of one batch: whose the orders are is read for all of them at once. */
    public final class Signing {
        private final TenantId tenant;
        private final Set<UUID> orders;
        private Map<UUID, String> links = Map.of();

        private Signing(TenantId tenant, Set<UUID> orders) {
            this.tenant = tenant;
            this.orders = orders;
        }

        /** @param order null for a message about none */
        public String signed(String part, @Nullable UUID order) {
            if (order == null || !part.contains(UNSIGNED)) {
                return part;
            }
            if (links.isEmpty()) {
                links = sessions.issueLinks(tenant, orders);
            }
            return part.replace(UNSIGNED, "/s/%s?".formatted(links.get(order)));
        }
    }
}
