package app.retour.tenants.people;

import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.secrets.OneTimeTokens;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what nobody needs any more: links too old, sign-ups never confirmed, mails of thirty days ago, and after a day the
 * words of a mail that was cut off, which until then may turn out not to have left.
 */
@Component
public class AccountHousekeeping implements RecurringJob {
    private static final Duration MAILS_KEPT = Duration.ofDays(30);
    private static final Duration INTERRUPTED_KEPT = Duration.ofDays(1);
    private final OneTimeTokens tokens;
    private final SignUps signUps;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountHousekeeping(OneTimeTokens tokens, SignUps signUps, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.signUps = signUps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tenants-forget-old-links";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tokens.clean(clock.instant());
        signUps.clean();
        jdbc.sql("delete from tenants.account_mail where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(MAILS_KEPT)))
                .update();
        jdbc.sql("""
                        update tenants.account_mail set sealed = null, journal = null, journal_entry = null
                        where state = 'FAILED' and journal is not null and next_try_at < ?
                        """)
                .param(Timestamp.from(clock.instant().minus(INTERRUPTED_KEPT)))
                .update();
    }
}
