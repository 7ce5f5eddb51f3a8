package app.retour.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Origins;
import app.retour.kernel.Ids;
import app.retour.notifications.moments.NotificationAudience;
import org.junit.jupiter.api.Test;

class LinksTests {
    @Test
    @SuppressWarnings("NullAway")
    void shoppersAreLedToThePortalAndTheTeamToTheAdmin() {
        var origins = new Origins("https://returns.example.com", "https://staff.example.com", "");
        var links = new Links(origins, null);
        var merchant = MerchantFixtures.lumen();
        assertThat(links.to(NotificationAudience.SHOPPER, merchant, Ids.next()))
                .startsWith("https://returns.example.com/r/" + merchant.slug() + "/s/");
        assertThat(links.to(NotificationAudience.TEAM, merchant, Ids.next()))
                .startsWith("https://staff.example.com/admin/returns/");
    }
}
