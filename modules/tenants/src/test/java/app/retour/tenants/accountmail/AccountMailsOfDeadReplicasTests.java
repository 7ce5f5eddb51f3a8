package app.retour.tenants.accountmail;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.mail.MailTransport.Outcome;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.StaffRole;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountMailsOfDeadReplicasTests extends AccountMailing {
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
}
