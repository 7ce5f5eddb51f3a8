package app.retour.tenants.graphql;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.ErrorCode;
import app.retour.tenants.Authenticator;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.people.SignIns;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What changes how somebody signs in, as the API answers it; each ends their other sessions, and a refusal ends none. */
@RetourTest
class OwnSecurityTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";

    @Autowired
    AccountSecurityController controller;

    @Autowired
    SignIns signIns;

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

    private <T> T asIda(Supplier<T> action) {
        return fixtures.as(ida, action);
    }

    /** Sessions of an earlier one are over. */
    private int epoch() {
        return signIns.at(ida.person(), ida.tenant()).orElseThrow().epoch();
    }

    private AccountSecurityController.StartTotpPayload start() {
        return asIda(() -> controller.startTotp(new AccountSecurityController.StartTotpInput(PASSWORD)));
    }

    private AccountSecurityController.ConfirmTotpPayload confirm(String code) {
        return asIda(() -> controller.confirmTotp(new AccountSecurityController.ConfirmTotpInput(code)));
    }

    private int codesLeft() {
        return asIda(controller::recoveryCodesLeft);
    }

    @Test
    void aNewPasswordIsTakenByWhoKnowsTheOneBefore() {
        var before = epoch();
        assertThat(asIda(() -> controller.changePassword(
                                new AccountSecurityController.ChangePasswordInput(PASSWORD, OTHER)))
                        .changed())
                .isTrue();
        assertThat(epoch()).isGreaterThan(before);
        assertThat(asIda(() -> controller.changePassword(
                                new AccountSecurityController.ChangePasswordInput(PASSWORD, OTHER)))
                        .changed())
                .isFalse();
    }

    @Test
    void whatIsRefusedEndsNoSession() {
        start();
        var before = epoch();
        assertThat(asIda(() -> List.of(
                        controller
                                .changePassword(new AccountSecurityController.ChangePasswordInput("wrong", OTHER))
                                .userErrors(),
                        controller
                                .confirmTotp(new AccountSecurityController.ConfirmTotpInput("wrong"))
                                .userErrors(),
                        controller
                                .disableTotp(new AccountSecurityController.DisableTotpInput("wrong", "1"))
                                .userErrors(),
                        controller
                                .startTotp(new AccountSecurityController.StartTotpInput("wrong"))
                                .userErrors(),
                        controller
                                .renewRecoveryCodes(new AccountSecurityController.RenewRecoveryCodesInput("wrong"))
                                .userErrors())))
                .hasSize(5)
                .allSatisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID)));
        assertThat(epoch()).isEqualTo(before);
        assertThat(codesLeft()).isZero();
    }

    @Test
    void theSeedIsShownWhenAnAppIsBegunAndTheCodesOnceItIsOn() {
        var started = start();
        assertThat(started.otpauthUri()).contains(Objects.requireNonNull(started.secret()));
        var app = new Authenticator(started.secret());
        var before = epoch();
        var on = confirm(app.codeAt(clock.instant()));
        assertThat(on.recoveryCodes()).hasSize(10);
        assertThat(Objects.requireNonNull(on.viewer()).totpEnabled()).isTrue();
        assertThat(epoch()).isGreaterThan(before);
        assertThat(codesLeft()).isEqualTo(10);
        var renewed = asIda(
                () -> controller.renewRecoveryCodes(new AccountSecurityController.RenewRecoveryCodesInput(PASSWORD)));
        assertThat(renewed.recoveryCodes()).hasSize(10).doesNotContainAnyElementsOf(on.recoveryCodes());
        clock.advance(Duration.ofSeconds(30));
        var off = asIda(() -> controller.disableTotp(
                new AccountSecurityController.DisableTotpInput(PASSWORD, app.codeAt(clock.instant()))));
        assertThat(Objects.requireNonNull(off.viewer()).totpEnabled()).isFalse();
        assertThat(codesLeft()).isZero();
    }

    /** Which session goes on is a matter of where sessions are kept, and proved there. */
    @Test
    void allOthersAreEndedAtOnceAndOneThatIsNotThereIsNotFound() {
        var before = epoch();
        var gone = new AccountSecurityController.EndSessionsInput(GlobalId.of("ViewerSession", UUID.randomUUID()));
        assertThat(asIda(() -> controller.endSessions(gone)).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(epoch()).isEqualTo(before);
        var ended = asIda(() -> controller.endSessions(new AccountSecurityController.EndSessionsInput(null)));
        assertThat(Objects.requireNonNull(ended.viewer()).person().id()).isEqualTo(ida.person());
        assertThat(epoch()).isGreaterThan(before);
    }

    @Test
    void nobodyActsForWhoIsNotSignedIn() {
        assertThatNullPointerException()
                .isThrownBy(() -> Caller.anonymous(ida.tenant()).call(controller::recoveryCodesLeft))
                .withMessage("Staff have a subject");
    }
}
