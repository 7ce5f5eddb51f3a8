package app.retour.tenants.shoppers;

import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one mail that Retour itself sends to a shopper of the tenant of the moment: the link by which they erase themselves. */
@Component
public class ShopperMails {
    private final AccountMails mails;
    private final JdbcClient jdbc;

    ShopperMails(AccountMails mails, JdbcClient jdbc) {
        this.mails = mails;
        this.jdbc = jdbc;
    }

    /** In the caller's transaction. No word of the shop's own goes with it, not even its name. */
    public void queueErasureLink(String email, Locale reader, String token) {
        var text = reader.getLanguage().equals("de") ? AccountMailText.ERASURE_DE : AccountMailText.ERASURE;
        mails.queueForShop(TenantContext.current(), text, email, Map.of("token", token));
    }

    /**
     * That a mail of this shop went to them is nobody's business either, once they are erased. What other shops send to the
     * same address is theirs.
     *
     * @return how many there were
     */
    public int forget(String email) {
        return jdbc.sql("""
                        delete from tenants.account_mail
                        where tenant_id = :tenant and recipient = :email and kind in (:kinds)
                        """)
                .param("tenant", TenantContext.current().value())
                .param("email", email)
                .param("kinds", List.of(AccountMailText.ERASURE.name(), AccountMailText.ERASURE_DE.name()))
                .update();
    }
}
