package app.retour.tenants.accountmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Origins;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MailRecovery;
import app.retour.mail.journal.MayEnd;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountHousekeeping;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.People;
import app.retour.tenants.people.Persons;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.shoppers.ShopperMails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;
import tools.jackson.databind.json.JsonMapper;

@RetourTest
abstract class AccountMailing {
    @Autowired
    AccountFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    Persons persons;

    @Autowired
    SignUps signUps;

    @Autowired
    Invitations invitations;

    @Autowired
    ShopperMails shopperMails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    @Autowired
    AccountMailRows rows;

    @Autowired
    AccountMailWakeUp wakeUp;

    @Autowired
    AccountHousekeeping housekeeping;

    @TempDir
    Path journals;

    static final String CUT_OFF = "FAILED Unknown whether it was sent: the worker stopped between telling the mail"
            + " server all of it and hearing the answer. It is not sent again by itself";

    MailJournal journal;

    final List<Mail> handed = new ArrayList<>();

    String email = "";

    Runnable beforeTheEnd = () -> {};

    Runnable beforeTheJournal = () -> {};

    @BeforeEach
    void onlyThisTestsMails() {
        journal = MailJournal.in(journals);
        clock.setTo(clock.instant());
        // Those of other tests wait for a server that never comes.
        jdbc.sql("delete from tenants.account_mail").update();
        email = fixtures.anOwner().email();
        jdbc.sql("delete from tenants.account_mail").update();
    }

    @AfterEach
    void realTime() throws IOException {
        clock.run();
        journal.close();
    }

    void diesBetweenTheNoteAndTheEnd() throws IOException {
        beforeTheJournal = () -> {
            throw new Died();
        };
        dies(() -> dispatch(_ -> new Outcome.Accepted("250 ok")));
        beforeTheJournal = () -> {};
        assertThat(state()).startsWith("HANDING_OVER");
        journal.close();
    }

    /** In the folder of one that is dead. */
    void nextStart() throws IOException {
        journal.close();
        MailRecovery.in(journals, rows).recover();
        journal = MailJournal.in(journals);
    }

    void cutOff() {
        dies(() -> dispatch(_ -> {
            throw new Died();
        }));
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        handed.clear();
    }

    void assertArrives(String link) {
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains(link));
        handed.clear();
    }

    /** For us and for the database, which keeps the time of leases. */
    void pass(Duration time) {
        clock.advance(time);
        jdbc.sql("update tenants.account_mail set next_try_at = next_try_at - make_interval(secs => ?)")
                .param(time.toSeconds())
                .update();
    }

    static void dies(Runnable replica) {
        assertThatExceptionOfType(Died.class).isThrownBy(replica::run);
    }

    void dispatch(Function<Mail, Outcome> server) {
        var transport = new MailTransport() {
            @Override
            public boolean isConfigured() {
                return true;
            }

            @Override
            public Line open() {
                return new JournalingLine(server);
            }
        };
        var dispatch = new AccountMailDispatch(
                rows,
                secrets,
                json,
                transport,
                new Origins("http://shoppers.test", "http://retour.test", ""),
                wakeUp,
                new AccountMailDispatch.Settings(true, Duration.ofSeconds(1)));
        while (dispatch.dispatch(() -> true)) {
            Thread.onSpinWait();
        }
    }

    /** A line that enters each mail in the journal of this test's process, as that by SMTP does. */
    final class JournalingLine implements MailTransport.Line {
        private final Function<Mail, Outcome> server;

        JournalingLine(Function<Mail, Outcome> server) {
            this.server = server;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Outcome handOver(Mail mail, MayEnd mayEnd) {
            beforeTheEnd.run();
            var entry = journal.enter();
            if (!mayEnd.isNoted(entry)) {
                return new Outcome.NotEnded();
            }
            beforeTheJournal.run();
            try {
                journal.end(entry);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            handed.add(mail);
            return server.apply(mail);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    String state() {
        return jdbc.sql(
                        "select state || ' ' || coalesce(last_error, 'null') from tenants.account_mail order by id limit 1")
                .query(String.class)
                .single();
    }

    boolean sealed() {
        return jdbc.sql("select sealed is not null from tenants.account_mail")
                .query(Boolean.class)
                .single();
    }

    /** The end of a process, as its code sees it. */
    static final class Died extends Error {}
}
