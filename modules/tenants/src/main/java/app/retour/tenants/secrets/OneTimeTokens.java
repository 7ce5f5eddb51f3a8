package app.retour.tenants.secrets;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets in links of mails: each works once and for a while. Only their hashes are stored. */
@Component
public class OneTimeTokens {
    /** What a link is for. */
    public enum Purpose {
        CONFIRM,
        RESET,
        INVITE
    }

    /** @param tenant null for what belongs to none */
    public record Held(UUID subject, @Nullable UUID tenant) {
        public TenantId requireTenant() {
            if (tenant == null) {
                throw new IllegalStateException("This token belongs to no tenant");
            }
            return new TenantId(tenant);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String issue(Purpose purpose, UUID subject, @Nullable TenantId tenant, Duration lifetime) {
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(32));
        jdbc.sql("""
                        insert into tenants.one_time_token (hash, purpose, subject, tenant_id, expires_at)
                        values (:hash, :purpose, :subject, :tenant, :expires)
                        """)
                .param("hash", Secrets.digest(token))
                .param("purpose", purpose.name())
                .param("subject", subject)
                .param("tenant", tenant == null ? null : tenant.value(), Types.OTHER)
                .param("expires", Timestamp.from(clock.instant().plus(lifetime)))
                .update();
        return token;
    }

    public Optional<Held> look(Purpose purpose, String token) {
        return jdbc.sql("""
                        select subject, tenant_id from tenants.one_time_token
                        where hash = ? and purpose = ? and expires_at > ?
                        """)
                .params(Secrets.digest(token), purpose.name(), Timestamp.from(clock.instant()))
                .query((row, _) -> new Held(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }

    /** @throws Refusal when it is unknown, used or too old */
    public Held require(Purpose purpose, String token) {
        return look(purpose, token).orElseThrow(OneTimeTokens::spent);
    }

    /** Of two at once, one succeeds. */
    public void use(String token) {
        if (jdbc.sql("delete from tenants.one_time_token where hash = ?")
                        .param(Secrets.digest(token))
                        .update()
                == 0) {
            throw spent();
        }
    }

    public void withdraw(Purpose purpose, UUID subject) {
        jdbc.sql("delete from tenants.one_time_token where purpose = ? and subject = ?")
                .params(purpose.name(), subject)
                .update();
    }

    public void clean(Instant now) {
        jdbc.sql("delete from tenants.one_time_token where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
    }

    private static Refusal spent() {
        return new Refusal(
                ErrorCode.NOT_FOUND, "This link is used up, too old, or not complete; ask for a new one", "token");
    }
}
