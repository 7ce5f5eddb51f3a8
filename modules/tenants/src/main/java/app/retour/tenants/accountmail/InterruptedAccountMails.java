package app.retour.tenants.accountmail;

import app.retour.mail.journal.InterruptedMails;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails about accounts that a killed process had noted as handed over, given up meanwhile or not. Only those that still name
 * its try: whatever else became of one, the name was taken off it.
 */
@Component
class InterruptedAccountMails implements InterruptedMails {
    private final JdbcClient jdbc;
    private final Clock clock;

    InterruptedAccountMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int putBack(UUID journal, Collection<Long> numbers) {
        return jdbc.sql("""
                        update tenants.account_mail
                        set state = 'QUEUED', next_try_at = :now, last_error = null, claim = null,
                            journal = null, journal_entry = null
                        where journal = :journal and journal_entry in (:numbers)
                          and state in ('HANDING_OVER', 'FAILED') and sealed is not null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("journal", journal)
                .param("numbers", numbers)
                .update();
    }
}
