package app.retour.notifications.letters;

import app.retour.api.GlobalId;
import app.retour.api.Origins;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.UUID;
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

    /** As the tenant whose order it is. */
    public String signed(String part, UUID order) {
        return part.contains(UNSIGNED)
                ? part.replace(UNSIGNED, "/s/%s?".formatted(sessions.issueLink(TenantContext.current(), order)))
                : part;
    }
}
