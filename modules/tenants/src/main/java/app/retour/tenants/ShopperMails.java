package app.retour.tenants;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one mail that Retour itself sends to a shopper: the link by which they erase themselves. */
@Component
public class ShopperMails {
    private final AccountMails mails;
    private final JdbcClient jdbc;

    ShopperMails(AccountMails mails, JdbcClient jdbc) {
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /** In the caller's transaction. */
    public void queueErasureLink(String email, Locale reader, Tenant shop, String token) {
        var text = reader.getLanguage().equals("de") ? AccountMailText.ERASURE_DE : AccountMailText.ERASURE;
        mails.queue(text, email, Map.of("shop", shop.name(), "slug", shop.slug(), "token", token));
    }

    /**
     * That a mail went to them is nobody's business either, once they are erased.
     *
     * @return how many there were
     */
    public int forget(String email) {
        return jdbc.sql("delete from tenants.account_mail where recipient = :email and kind in (:kinds)")
                .param("email", email)
                .param("kinds", List.of(AccountMailText.ERASURE.name(), AccountMailText.ERASURE_DE.name()))
                .update();
    }
}
