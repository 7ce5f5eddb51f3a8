package app.retour.tenants.accountmail;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.secrets.SealedColumn;
import app.retour.tenants.secrets.Secrets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Mails about accounts that wait to be sent: a row in the transaction of what they tell. */
@Component
public class AccountMails {
    public static final String PURPOSE = "account mail";
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;
    private final AccountMailWakeUp wakeUp;

    AccountMails(JdbcClient jdbc, Secrets secrets, JsonMapper json, Clock clock, AccountMailWakeUp wakeUp) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    @Bean
    static SealedColumn sealedAccountMails() {
        return SealedColumn.ofNobody("tenants.account_mail", "sealed", PURPOSE);
    }

    /** @param values of the text: names, and the token of the link; sealed until sent, then forgotten */
    public void queue(AccountMailText text, String recipient, Map<String, String> values) {
        queue(null, text, recipient, values);
    }

    /** To a shopper, who is known to this shop and need not be to any other. */
    public void queueForShop(TenantId shop, AccountMailText text, String recipient, Map<String, String> values) {
        queue(shop.value(), text, recipient, values);
    }

    private void queue(@Nullable UUID shop, AccountMailText text, String recipient, Map<String, String> values) {
        jdbc.sql("""
                        insert into tenants.account_mail
                            (id, tenant_id, kind, recipient, sealed, next_try_at, created_at)
                        values (:id, :shop, :kind, :recipient, :sealed, now(), :created)
                        """)
                .param("id", Ids.next())
                .param("shop", shop, Types.OTHER)
                .param("kind", text.name())
                .param("recipient", recipient)
                .param("sealed", secrets.seal(PURPOSE, json.writeValueAsBytes(values)))
                .param("created", Timestamp.from(clock.instant()))
                .update();
        wakeUp.afterCommit();
    }
}
