package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.Authenticator;
import app.retour.tenants.Throttle;
import app.retour.tenants.accountmail.AccountMailText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
class OwnMattersTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";

    @Autowired
    People people;

    @Autowired
    SecondFactor factor;

    @Autowired
    SignIns signIns;

    @Autowired
    KnownDevices devices;

    @Autowired
    Throttle throttle;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToRealTime() {
        clock.run();
    }

    @Test
    void aForgottenPasswordIsReplacedByTheLinkInTheMailAndSessionsEnd() {
        var owner = fixtures.anOwner();
        var before = signIns.at(owner.person(), owner.tenant()).orElseThrow();
        people.requestReset(owner.email(), "here");
        var token = fixtures.tokenFor(owner.email());
        people.reset(token, OTHER);
        assertThat(signIns.at(owner.person(), owner.tenant()).orElseThrow().epoch())
                .isGreaterThan(before.epoch());
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(signIns.attempt(owner.email(), OTHER, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        assertThat(fixtures.lastMail(owner.email()).text()).isEqualTo(AccountMailText.PASSWORD_CHANGED);
        refused(ErrorCode.NOT_FOUND, () -> people.reset(token, PASSWORD));
    }

    @Test
    void aResetLinkIsTooOldAfterAnHour() {
        var owner = fixtures.anOwner();
        people.requestReset(owner.email(), "here");
        clock.advance(Duration.ofMinutes(61));
        refused(ErrorCode.NOT_FOUND, () -> people.reset(fixtures.tokenFor(owner.email()), OTHER));
    }

    @Test
    void anUnknownAddressIsAnsweredLikeAKnownOne() {
        var known = fixtures.anOwner().email();
        var nobodys = AccountFixtures.anEmail();
        assertThat(answersTo(nobodys)).isEqualTo(answersTo(known)).containsOnlyOnce("THROTTLED");
        assertThat(fixtures.lastMail(known).text()).isEqualTo(AccountMailText.RESET);
        assertThat(fixtures.mailsTo(nobodys)).isZero();
    }

    /** Asked again and again, until it is too often. */
    private String answersTo(String email) {
        var answers = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            try {
                people.requestReset(email, email);
                answers.append("accepted, ");
            } catch (Refusal refused) {
                answers.append(refused.code()).append(' ').append(refused.getMessage());
            }
        }
        return answers.toString();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsThePresentOne() {
        var owner = fixtures.anOwner();
        refused(ErrorCode.INVALID, () -> people.changePassword(owner.person(), "a wrong guess", OTHER));
        refused(ErrorCode.INVALID, () -> people.changePassword(owner.person(), PASSWORD, "short"));
        people.changePassword(owner.person(), PASSWORD, OTHER);
        assertThat(signIns.attempt(owner.email(), OTHER, null, "here")).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void anAuthenticatorAppIsAskedForOnceItIsConfirmedAndACodeWorksOnce() {
        var owner = fixtures.anOwner();
        clock.setTo(Instant.parse("2026-11-23T10:00:00Z"));
        var shown = factor.start(owner.person(), PASSWORD);
        assertThat(shown.uri()).startsWith("otpauth://totp/Retour:").contains(shown.secret());
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        refused(ErrorCode.INVALID, () -> factor.confirm(owner.person(), "000000"));
        factor.confirm(owner.person(), code(shown.secret()));
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.TotpRequired.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, code(shown.secret()), "here"))
                .as("the code that confirmed is used up")
                .isInstanceOf(SignIn.TotpWrong.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(signIns.attempt(owner.email(), PASSWORD, code(shown.secret()), "here"))
                .isInstanceOf(SignIn.SignedIn.class);
        clock.advance(Duration.ofSeconds(30));
        factor.disable(owner.person(), PASSWORD, code(shown.secret()));
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void guessesAreThrottledByAccountWhereverTheyComeFrom() {
        var owner = fixtures.anOwner();
        for (var i = 0; i < 10; i++) {
            signIns.attempt(owner.email(), "a wrong guess", null, "from " + i);
        }
        assertThat(signIns.attempt(owner.email().toUpperCase(Locale.ROOT), PASSWORD, null, "from afar"))
                .isInstanceOf(SignIn.Throttled.class);
    }

    @Test
    void strangersGuessesShutNobodyOutWhereTheyWork() {
        var owner = fixtures.anOwner();
        var mark = devices.mark(owner.email(), null);
        var another = devices.mark(AccountFixtures.anEmail(), null);
        strangersGuess(owner.email());
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here", another))
                .as("known for another account")
                .isInstanceOf(SignIn.Throttled.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here", mark.replaceFirst("^.", "!")))
                .as("signed by somebody else")
                .isInstanceOf(SignIn.Throttled.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here", mark)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void aKnownDeviceHasItsOwnBoundAndLosesItsNameInHalfAYear() {
        var owner = fixtures.anOwner();
        var mark = devices.mark(owner.email(), null);
        for (var i = 0; i < 10; i++) {
            signIns.attempt(owner.email(), "a wrong guess", null, "from " + i, mark);
        }
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here", mark)).isInstanceOf(SignIn.Throttled.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here", devices.mark(owner.email(), mark)))
                .as("marked anew it is the same device")
                .isInstanceOf(SignIn.Throttled.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        assertThat(devices.id(owner.email().toUpperCase(Locale.ROOT), mark)).isPresent();
        clock.advance(KnownDevices.KNOWN_FOR.plusDays(1));
        assertThat(devices.id(owner.email(), mark)).isEmpty();
    }

    @Test
    void onlyFailuresCount() {
        var owner = fixtures.anOwner();
        for (var i = 0; i < 11; i++) {
            assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        }
    }

    @Test
    void aNewPasswordForgetsTheGuesses() {
        var owner = fixtures.anOwner();
        strangersGuess(owner.email());
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.Throttled.class);
        people.requestReset(owner.email(), "here");
        people.reset(fixtures.tokenFor(owner.email()), OTHER);
        assertThat(signIns.attempt(owner.email(), OTHER, null, "here")).isInstanceOf(SignIn.SignedIn.class);
    }

    /** As if they had: each guess costs as much as a sign-in. */
    private void strangersGuess(String email) {
        assertThat(throttle.takeUpTo(SignIns.BY_ACCOUNT, SignIns.account(email), 10))
                .isEqualTo(10);
    }

    private String code(String base32) {
        return new Authenticator(base32).codeAt(clock.instant());
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
