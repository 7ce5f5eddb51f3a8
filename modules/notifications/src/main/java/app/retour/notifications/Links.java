package app.retour.notifications;

import app.retour.api.GlobalId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the one button of a message leads. */
@Component
class Links {
    private final String base;

    Links(@Value("${retour.public-url:http://localhost:8080}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** The team goes to the return in the admin, a shopper to its page in the portal, where she proves the order. */
    String to(NotificationAudience audience, Merchant merchant, UUID returnId, String orderNumber) {
        return audience == NotificationAudience.TEAM
                ? base + "/admin/returns/" + GlobalId.of("Return", returnId)
                : base + "/r/" + merchant.slug() + "?order=" + URLEncoder.encode(orderNumber, StandardCharsets.UTF_8);
    }
}
