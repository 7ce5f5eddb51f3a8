package app.retour.tenants.accountmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Origins;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.journal.MailJournal;
import app.retour.mail.journal.MailRecovery;
import app.retour.mail.journal.MayEnd;
import app.retour.tenants.NewTenant;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountHousekeeping;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.People;
import app.retour.tenants.people.Persons;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.shoppers.ShopperMails;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** Mails about accounts go out at most once, and none is lost in silence. */
@RetourTest
class AccountMailsTests {
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

    private static final String CUT_OFF =
            "FAILED Unknown whether it was sent: the worker stopped between telling the mail"
                    + " server all of it and hearing the answer. It is not sent again by itself; a person may";

    private MailJournal journal;

    private final List<Mail> handed = new ArrayList<>();
    private String email = "";
    private Runnable beforeTheEnd = () -> {};
    private Runnable beforeTheJournal = () -> {};

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

    @Test
    void aMailThatTheServerTookIsForgottenAndNeverSentAgain() {
        people.requestReset(email, email);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        pass(Duration.ofHours(2));
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(handed.getFirst().text()).contains("http://retour.test/admin/reset-password?token=");
        assertThat(state()).isEqualTo("SENT null");
        assertThat(sealed()).isFalse();
    }

    /** Where staff's pages stand on a host of their own, nothing is there for a shopper. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void aShoppersLinkLeadsToThePortal(String language) {
        TenantContext.runAs(
                fixtures.anOwner().tenant(),
                () -> shopperMails.queueErasureLink(email, Locale.forLanguageTag(language), "abc"));
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed)
                .filteredOn(letter -> letter.to().equals(email))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text()).containsPattern("\\shttp://shoppers\\.test/r/-/erase/abc\\s"));
    }

    @Test
    void aMailThatCannotBeMadeHoldsUpNoOther() {
        people.requestReset(email, email);
        jdbc.sql("update tenants.account_mail set sealed = ?")
                .param(new byte[] {1, 2, 3})
                .update();
        people.requestReset(email, email);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(state()).isEqualTo("QUEUED Try 1 failed. The mail could not be made");
    }

    @Test
    void aReplicaThatDiesWhileHandingOverLeavesTheMailGivenUp() {
        people.requestReset(email, email);
        dies(() -> dispatch(_ -> {
            throw new Died();
        }));
        assertThat(state()).startsWith("HANDING_OVER");
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).as("it belongs to the dead one until its lease ends").hasSize(1);
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).as("the server may have it").hasSize(1);
        assertThat(state()).isEqualTo(CUT_OFF);
    }

    @Test
    void whatAReplicaThatDiedHadNotedButNotEndedIsSentOnceByTheNextThatFindsItsJournal() throws IOException {
        people.requestReset(email, email);
        diesBetweenTheNoteAndTheEnd();
        nextStart();
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        nextStart();
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(state()).isEqualTo("SENT null");
    }

    @Test
    void itIsSentEvenIfItWasGivenUpMeanwhile() throws IOException {
        people.requestReset(email, email);
        diesBetweenTheNoteAndTheEnd();
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(state()).isEqualTo(CUT_OFF);
        nextStart();
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(handed.getFirst().text()).contains("reset-password?token=");
        assertThat(sealed()).isFalse();
    }

    @Test
    void whatAReplicaThatDiedHadEndedStaysGivenUp() throws IOException {
        people.requestReset(email, email);
        dies(() -> dispatch(_ -> {
            throw new Died();
        }));
        journal.close();
        nextStart();
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        nextStart();
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).as("the server may have it").hasSize(1);
        assertThat(state()).isEqualTo(CUT_OFF);
        assertThat(sealed()).isTrue();
        pass(Duration.ofDays(2));
        housekeeping.run();
        assertThat(sealed()).as("a journal may still be found").isFalse();
    }

    private void diesBetweenTheNoteAndTheEnd() throws IOException {
        beforeTheJournal = () -> {
            throw new Died();
        };
        dies(() -> dispatch(_ -> new Outcome.Accepted("250 ok")));
        beforeTheJournal = () -> {};
        assertThat(state()).startsWith("HANDING_OVER");
        journal.close();
    }

    /** In the folder of one that is dead. */
    private void nextStart() throws IOException {
        journal.close();
        MailRecovery.in(journals, rows).recover();
        journal = MailJournal.in(journals);
    }

    @Test
    void aReplicaThatDiesBeforeTheEndOfAMailLeavesItToAnother() {
        people.requestReset(email, email);
        beforeTheEnd = () -> {
            throw new Died();
        };
        dies(() -> dispatch(_ -> new Outcome.Accepted("250 ok")));
        assertThat(handed).isEmpty();
        beforeTheEnd = () -> {};
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).as("it belongs to the dead one until its lease ends").isEmpty();
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(state()).isEqualTo("SENT null");
    }

    @Test
    void whatIsAnotherReplicasByNowIsNotEnded() {
        people.requestReset(email, email);
        beforeTheEnd = () -> jdbc.sql("update tenants.account_mail set claim = ?")
                .param(UUID.randomUUID())
                .update();
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).isEmpty();
    }

    @Test
    void aReplicaThatDiesBeforeItToldTheServerLeavesTheMailToAnother() {
        people.requestReset(email, email);
        people.requestReset(email, email);
        dies(() -> dispatch(_ -> {
            throw new Died();
        }));
        assertThat(jdbc.sql("select count(*) from tenants.account_mail where state = 'CLAIMED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(2);
        assertThat(handed.get(0).messageId()).isNotEqualTo(handed.get(1).messageId());
    }

    @Test
    void whoWaitsForAMailThatWasCutOffAsksAgainAndGetsIt() {
        people.requestReset(email, email);
        cutOff();
        people.requestReset(email, email);
        assertArrives("reset-password?token=");

        var newcomer = AccountFixtures.anEmail();
        var business = AccountFixtures.aBusiness();
        signUps.signUp(business, newcomer, "Nora New", AccountFixtures.PASSWORD, newcomer);
        cutOff();
        signUps.signUp(business, newcomer, "Nora New", AccountFixtures.PASSWORD, newcomer);
        assertArrives("confirm-email?token=");

        var owner = fixtures.anOwner();
        jdbc.sql("delete from tenants.account_mail").update();
        var invited = AccountFixtures.anEmail();
        fixtures.as(owner, () -> invitations.invite(invited, StaffRole.AGENT));
        cutOff();
        fixtures.as(owner, () -> invitations.invite(invited, StaffRole.AGENT));
        assertArrives("accept-invitation?token=");
    }

    @Test
    void aServerThatSaysNotNowIsAskedAgainLaterAndGivenUpAfterTwelveTries() {
        people.requestReset(email, email);
        for (var tries = 1; tries <= AccountMailDispatch.RETRIES.most(); tries++) {
            dispatch(_ -> new Outcome.Postponed("put off by the server: 451"));
            dispatch(_ -> new Outcome.Postponed("put off by the server: 451"));
            assertThat(handed).as("once for each pause").hasSize(tries);
            pass(Duration.ofHours(1));
        }
        assertThat(state()).isEqualTo("FAILED Given up after 12 tries. put off by the server: 451");
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(AccountMailDispatch.RETRIES.most());
    }

    @Test
    void anUnknownOutcomeIsNotTriedAgain() {
        people.requestReset(email, email);
        dispatch(_ -> new Outcome.Unknown("the line broke: MessagingException"));
        pass(Duration.ofHours(2));
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).hasSize(1);
        assertThat(state()).startsWith("FAILED the line broke");
    }

    private void cutOff() {
        dies(() -> dispatch(_ -> {
            throw new Died();
        }));
        pass(AccountMailRows.LEASE);
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        handed.clear();
    }

    private void assertArrives(String link) {
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed)
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains(link));
        handed.clear();
    }

    /** For us and for the database, which keeps the time of leases. */
    private void pass(Duration time) {
        clock.advance(time);
        jdbc.sql("update tenants.account_mail set next_try_at = next_try_at - make_interval(secs => ?)")
                .param(time.toSeconds())
                .update();
    }

    private static void dies(Runnable replica) {
        assertThatExceptionOfType(Died.class).isThrownBy(replica::run);
    }

    private void dispatch(Function<Mail, Outcome> server) {
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
    private final class JournalingLine implements MailTransport.Line {
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

    private String state() {
        return jdbc.sql(
                        "select state || ' ' || coalesce(last_error, 'null') from tenants.account_mail order by id limit 1")
                .query(String.class)
                .single();
    }

    private boolean sealed() {
        return jdbc.sql("select sealed is not null from tenants.account_mail")
                .query(Boolean.class)
                .single();
    }

    /** The end of a process, as its code sees it. */
    private static final class Died extends Error {}

    /** Anybody can make us write to anybody: what they typed would be read as our words. */
    @Test
    void noWordsOfTheSenderStandInAMailToAStranger() {
        var newcomer = AccountFixtures.anEmail();
        var invited = AccountFixtures.anEmail();
        var typed = "You won 1000 EUR, see evil.example";
        var business = NewTenant.of(typed, AccountFixtures.aBusiness().slug(), "EUR", "Europe/Berlin", "de");
        signUps.signUp(business, newcomer, typed, AccountFixtures.PASSWORD, newcomer);
        var owner = new AccountFixtures.Owner(
                signUps.confirm(fixtures.tokenFor(newcomer)),
                persons.byEmail(newcomer).orElseThrow().id(),
                newcomer);
        fixtures.as(owner, () -> invitations.invite(invited, StaffRole.AGENT));
        dispatch(_ -> new Outcome.Accepted("250 ok"));
        assertThat(handed).extracting(Mail::to).containsExactlyInAnyOrder(newcomer, invited);
        assertThat(handed)
                .extracting(letter -> letter.subject() + letter.text())
                .noneMatch(text -> text.contains("won") || text.contains("evil"))
                .anyMatch(text -> text.startsWith(newcomer + " invites you"));
    }

    @Test
    void invitationsOfADayHaveABound() {
        var owner = fixtures.anOwner();
        fixtures.as(owner, () -> {
            for (var i = 0; i < Invitations.MOST_A_DAY; i++) {
                invitations.revoke(invitations
                        .invite(AccountFixtures.anEmail(), StaffRole.AGENT)
                        .id());
            }
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> invitations.invite(AccountFixtures.anEmail(), StaffRole.AGENT))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.THROTTLED));
            clock.advance(Duration.ofHours(25));
            return invitations.invite(AccountFixtures.anEmail(), StaffRole.AGENT);
        });
    }
}
