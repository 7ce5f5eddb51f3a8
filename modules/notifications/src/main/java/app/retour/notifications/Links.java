package app.retour.notifications;

import app.retour.api.GlobalId;
import app.retour.tenants.ShopperSessions;
import app.retour.tenants.TenantContext;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the one button of a message leads. A shopper's link opens their order without asking, so it is signed only when
 * the mail leaves: what the ledger keeps and the team reads holds a place for it.
 */
@Component
class Links {
    private static final String UNSIGNED = "/s/your-link?";
    private final String base;
    private final ShopperSessions sessions;

    Links(@Value("${retour.public-url:http://localhost:8080}") String base, ShopperSessions sessions) {
        this.base = base.replaceAll("/+$", "");
        this.sessions = sessions;
    }

    String to(NotificationAudience audience, Merchant merchant, UUID returnId) {
        var id = GlobalId.of("Return", returnId);
        return audience == NotificationAudience.TEAM
                ? base + "/admin/returns/" + id
                : base + "/r/" + merchant.slug() + UNSIGNED + "return=" + id;
    }

    /** As the tenant whose order it is. */
    String signed(String part, UUID order) {
        return part.contains(UNSIGNED)
                ? part.replace(UNSIGNED, "/s/%s?".formatted(sessions.issueLink(TenantContext.current(), order)))
                : part;
    }
}
