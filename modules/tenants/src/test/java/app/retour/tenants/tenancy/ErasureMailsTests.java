package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.shoppers.ShopperMails;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;

/** The mail that brings a shopper the link to erase themselves. */
@RetourTest
class ErasureMailsTests {
    private final TenantId one = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());
    private final String email = "s" + Ids.next() + "@shopper.example";

    @Autowired
    ShopperMails mails;

    @Autowired
    JdbcClient jdbc;

    /** Who invites is named by their address, which they confirmed. */
    @Test
    void noMailOfOursCarriesWordsOfWhoeverMakesUsSendIt() {
        assertThat(Arrays.stream(AccountMailText.values())
                        .flatMap(text -> Pattern.compile("\\{\\w+}")
                                .matcher(text.subject(Map.of()) + text.body(Map.of()))
                                .results()
                                .map(MatchResult::group)))
                .isNotEmpty()
                .isSubsetOf("{base}", "{portal}", "{token}", "{inviter}");
    }

    @Test
    void forgettingThemAtOneShopLeavesAnotherShopsMailWaiting() {
        for (var shop : new TenantId[] {one, other}) {
            TenantContext.runAs(shop, () -> mails.queueErasureLink(email, Locale.GERMAN, "token-of-" + shop));
        }
        assertThat(TenantContext.callAs(one, () -> mails.forget(email))).isEqualTo(1);
        assertThat(jdbc.sql("select tenant_id || ' ' || state from tenants.account_mail where recipient = ?")
                        .param(email)
                        .query(String.class)
                        .list())
                .containsExactly(other + " QUEUED");
    }
}
