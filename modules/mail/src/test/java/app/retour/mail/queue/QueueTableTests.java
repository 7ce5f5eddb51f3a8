package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No column is set twice by a statement: PostgreSQL refuses that. */
class QueueTableTests {
    @Test
    void whereOneColumnSaysBothItIsSetOnce() {
        var table = table("next_try_at", "next_try_at", "");
        assertThat(table.sql("{idle}{settled}")).isEqualTo("next_try_at = now()");
        assertThat(table.sql("{waiting}")).isEqualTo("next_try_at = now() + make_interval(secs => :pause)");
        assertThat(table.sql("set claim = null{released}"))
                .as("it is due as it was")
                .isEqualTo("set claim = null");
    }

    @Test
    void whereTwoColumnsSayItTheLeaseEndsAndNothingWithoutWordsWaits() {
        var table = table("next_attempt_at", "lease_until", "sent_at = now()");
        assertThat(table.sql("{idle}{settled}"))
                .isEqualTo("next_attempt_at = null, lease_until = null, sent_at = now()");
        assertThat(table.sql("{waiting}"))
                .isEqualTo(
                        "next_attempt_at = case when sealed is not null then now() + make_interval(secs => :pause) end,"
                                + " lease_until = null");
        assertThat(table.sql("set claim = null{released}")).isEqualTo("set claim = null, lease_until = null");
    }

    private static QueueTable table(String due, String lease, String settled) {
        return new QueueTable("a.mail", due, lease, "reason", "sealed", "FAILED", "true", "due.id", settled, "", false);
    }
}
