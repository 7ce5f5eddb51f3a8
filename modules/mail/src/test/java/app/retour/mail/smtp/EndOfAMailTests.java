package app.retour.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.journal.JournalEntry;
import app.retour.mail.journal.MailRecovery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The end of a mail is said after it was noted and entered, and not at all if it could not be. */
class EndOfAMailTests extends SmtpConversation {
    EndOfAMailTests() throws IOException {}

    @Test
    void theEndOfAMailIsSaidOnlyAfterItWasNoted() throws IOException {
        var before = new ArrayList<String>();
        var outcome = send(Map.of(), "ada@example.com", _ -> before.addAll(heard));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(before).contains("DATA").doesNotContain(".");
        assertThat(heard).contains(".");
    }

    @Test
    void whatCouldNotBeNotedOrIsNotWantedAnyMoreIsNotEndedAndCutsTheLine() throws IOException {
        for (var chunks : List.of("250 hello", "250-hello\r\n250 CHUNKING")) {
            listen(Map.of("EHLO", chunks));
            try (var line = transport().open()) {
                assertThat(line.handOver(mail("ada@example.com"), _ -> false)).isInstanceOf(Outcome.NotEnded.class);
                assertThat(line.isOpen()).as("the next mail would end this one").isFalse();
            }
            try (var line = transport().open()) {
                var noNote = line.handOver(mail("ada@example.com"), _ -> {
                    throw new IllegalStateException("The database is away");
                });
                assertThat(noNote).isInstanceOf(Outcome.Postponed.class);
                assertThat(line.isOpen()).isFalse();
            }
            assertThat(heard).contains("DATA").doesNotContain(".").noneMatch(line -> line.startsWith("BDAT"));
        }
    }

    /** The journal is given up right where a kill would leave a doubt. */
    @Test
    void theEndOfAMailIsEnteredInTheJournalAfterItWasNotedAndBeforeItIsSaid() throws IOException {
        var noted = new AtomicReference<@Nullable JournalEntry>();
        listen(Map.of());
        try (var line = transport().open()) {
            var outcome = line.handOver(mail("ada@example.com"), entry -> {
                noted.set(entry);
                closeTheJournal();
                return true;
            });
            assertThat(outcome).isInstanceOf(Outcome.Postponed.class);
            assertThat(line.isOpen()).as("the next mail would end this one").isFalse();
        }
        assertThat(heard).contains("DATA").doesNotContain(".");
        var entry = Objects.requireNonNull(noted.get());
        assertThat(notEnded(entry)).containsExactly(entry.number());
    }

    @Test
    void whatWasSaidToItsEndIsEnteredSo() throws IOException {
        var noted = new AtomicReference<@Nullable JournalEntry>();
        var outcome = send(Map.of("END", HANG_UP), "ada@example.com", entry -> {
            noted.set(entry);
            return true;
        });
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        closeTheJournal();
        assertThat(notEnded(Objects.requireNonNull(noted.get()))).isEmpty();
    }

    private void closeTheJournal() {
        try {
            journal.close();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** As the next process finds it. */
    private List<Long> notEnded(JournalEntry noted) {
        var told = new ArrayList<Long>();
        MailRecovery.in(journals, (of, numbers) -> {
                    assertThat(of).isEqualTo(noted.journal());
                    told.addAll(numbers);
                    return 0;
                })
                .recover();
        return told;
    }
}
