package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.Authenticator;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.people.AccountFixtures.Owner;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** Before anything of an account changes, whoever is signed in proves that it is they. */
@RetourTest
class ProvingItIsThemTests {
    private static final String BETTER = "another horse battery staple altogether";

    @Autowired
    OwnPassword own;

    @Autowired
    People people;

    @Autowired
    SecondFactor factors;

    @Autowired
    Persons persons;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    TestClock clock;

    private Owner ida;

    @BeforeEach
    void somebody() {
        clock.setTo(clock.instant());
        ida = fixtures.anOwner();
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private PersonRecord kept() {
        return persons.get(ida.person());
    }

    private String code(String seed) {
        return new Authenticator(seed).codeAt(clock.instant());
    }

    @Test
    void aWrongPasswordCountsARightOneDoesNotAndTenAreEnough() {
        for (var i = 0; i < 11; i++) {
            assertThat(own.prove(ida.person(), PASSWORD).email()).isEqualTo(ida.email());
        }
        for (var i = 0; i < 10; i++) {
            refuses(() -> own.prove(ida.person(), "wrong"), ErrorCode.INVALID);
        }
        refuses(() -> own.prove(ida.person(), PASSWORD), ErrorCode.THROTTLED);
        assertThat(own.prove(fixtures.anOwner().person(), PASSWORD))
                .as("somebody else")
                .isNotNull();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsItToOneThatIsGoodEnough() {
        var before = kept();
        refuses(() -> people.changePassword(ida.person(), "wrong", BETTER), ErrorCode.INVALID);
        refuses(() -> people.changePassword(ida.person(), PASSWORD, "password1234"), ErrorCode.INVALID);
        refuses(() -> people.changePassword(ida.person(), PASSWORD, ida.email()), ErrorCode.INVALID);
        assertThat(kept().passwordHash()).isEqualTo(before.passwordHash());
        assertThat(people.changePassword(ida.person(), PASSWORD, BETTER))
                .isEqualTo(before.epoch() + 1)
                .isEqualTo(kept().epoch());
        assertThat(fixtures.lastMail(ida.email())).satisfies(mail -> {
            assertThat(mail.text()).isEqualTo(AccountMailText.PASSWORD_CHANGED);
            assertThat(mail.values()).isEmpty();
        });
        refuses(() -> own.prove(ida.person(), PASSWORD), ErrorCode.INVALID);
    }

    @Test
    void nobodysMailboxIsFilledWithLinksWhereverTheyAreAskedForFrom() {
        var before = fixtures.mailsTo(ida.email());
        for (var i = 0; i < 5; i++) {
            people.requestReset(ida.email(), ida.email() + i);
        }
        refuses(() -> people.requestReset(ida.email(), "elsewhere " + ida.email()), ErrorCode.THROTTLED);
        refuses(() -> people.requestReset("no address", ida.email()), ErrorCode.INVALID);
        assertThat(fixtures.mailsTo(ida.email())).isEqualTo(before + 5);
    }

    @Test
    void aLinkIsNotUsedUpByAPasswordThatIsTooWeak() {
        people.requestReset(ida.email(), ida.email());
        var token = fixtures.tokenFor(ida.email());
        refuses(() -> people.reset(token, "password1234"), ErrorCode.INVALID);
        people.reset(token, BETTER);
        assertThat(own.prove(ida.person(), BETTER).epoch()).isEqualTo(kept().epoch());
    }

    @Test
    void anAppIsInForceOnceACodeOfItWasRightAndTenWrongOnesAreEnough() {
        var seed = factors.start(ida.person(), PASSWORD).secret();
        refuses(() -> factors.confirm(ida.person(), "000000"), ErrorCode.INVALID);
        assertThat(kept().totpConfirmed()).isFalse();
        assertThat(factors.codesLeft(ida.person())).isZero();
        for (var i = 0; i < 9; i++) {
            refuses(() -> factors.confirm(ida.person(), "000000"), ErrorCode.INVALID);
        }
        refuses(() -> factors.confirm(ida.person(), code(seed)), ErrorCode.THROTTLED);
        var bob = fixtures.anOwner();
        var other = factors.start(bob.person(), PASSWORD).secret();
        var on = factors.confirm(bob.person(), code(other));
        assertThat(persons.get(bob.person()).totpConfirmed()).isTrue();
        assertThat(on.epoch()).isEqualTo(persons.get(bob.person()).epoch());
        assertThat(on.recoveryCodes()).hasSize(factors.codesLeft(bob.person()));
    }

    @Test
    void whereNoAppIsThereNothingIsConfirmedSwitchedOffOrRenewed() {
        var before = kept().epoch();
        refuses(() -> factors.confirm(ida.person(), "287082"), ErrorCode.WRONG_STATE);
        refuses(() -> factors.disable(ida.person(), PASSWORD, "287082"), ErrorCode.WRONG_STATE);
        refuses(() -> factors.renewCodes(ida.person(), PASSWORD), ErrorCode.WRONG_STATE);
        refuses(() -> factors.start(ida.person(), "wrong"), ErrorCode.INVALID);
        assertThat(kept().totpSeed()).as("not begun either").isNull();
        assertThat(kept().epoch()).isEqualTo(before);
        assertThat(factors.codesLeft(ida.person())).isZero();
    }

    @Test
    void anotherAppMayBeBegunUntilOneIsInForce() {
        var first = factors.start(ida.person(), PASSWORD).secret();
        var second = factors.start(ida.person(), PASSWORD).secret();
        refuses(() -> factors.confirm(ida.person(), code(first)), ErrorCode.INVALID);
        assertThat(factors.confirm(ida.person(), code(second)).recoveryCodes()).hasSize(10);
    }

    @Test
    void aWrongCodeOrPasswordLeavesTheAppInForce() {
        var seed = factors.start(ida.person(), PASSWORD).secret();
        var on = factors.confirm(ida.person(), code(seed));
        clock.advance(Duration.ofSeconds(30));
        refuses(() -> factors.disable(ida.person(), PASSWORD, "wrong"), ErrorCode.INVALID);
        refuses(() -> factors.disable(ida.person(), "wrong", code(seed)), ErrorCode.INVALID);
        assertThat(kept().totpConfirmed()).isTrue();
        assertThat(kept().epoch()).isEqualTo(on.epoch());
        assertThat(factors.codesLeft(ida.person())).isEqualTo(10);
        assertThat(factors.disable(ida.person(), PASSWORD, code(seed))).isGreaterThan(on.epoch());
        assertThat(factors.codesLeft(ida.person())).isZero();
    }
}
