package app.retour.tenants.accountmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.tenants.NewTenant;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails about accounts go out at most once, and none is lost in silence. */
class AccountMailsTests extends AccountMailing {
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
