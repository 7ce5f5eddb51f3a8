package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SecondFactor;
import app.retour.tenants.people.TotpSecret;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever changes how somebody signs in ends their other sessions, and the one they do it in goes on. */
class OwnSecurityTests {
    private static final UUID IDA = Ids.next();
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final People people = mock(People.class);
    private final SecondFactor factor = mock(SecondFactor.class);
    private final OwnSession session = mock(OwnSession.class);
    private final ViewerController viewer = mock(ViewerController.class);
    private final AccountSecurityController controller = new AccountSecurityController(people, factor, session, viewer);

    private static <T> T asIda(Supplier<T> action) {
        return Caller.staff(SHOP, IDA, Set.of()).call(action);
    }

    @Test
    void aNewPasswordLetsThisSessionGoOn() {
        when(people.changePassword(IDA, "before", "after")).thenReturn(7);
        assertThat(asIda(() -> controller.changePassword(
                                new AccountSecurityController.ChangePasswordInput("before", "after")))
                        .changed())
                .isTrue();
        verify(session).goOn(7);
    }

    @Test
    void whatIsRefusedEndsNoSession() {
        var refusal = new Refusal(ErrorCode.INVALID, "This is not your present password", "currentPassword");
        when(people.changePassword(IDA, "wrong", "after")).thenThrow(refusal);
        when(factor.confirm(IDA, "wrong")).thenThrow(refusal);
        when(factor.disable(IDA, "wrong", "1")).thenThrow(refusal);
        when(factor.start(IDA, "wrong")).thenThrow(refusal);
        when(factor.renewCodes(IDA, "wrong")).thenThrow(refusal);
        assertThat(asIda(() -> List.of(
                        controller
                                .changePassword(new AccountSecurityController.ChangePasswordInput("wrong", "after"))
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
        verifyNoInteractions(session, viewer);
    }

    @Test
    void theCodesAreShownOnceTheAppIsOnAndTheSeedWhenItIsBegun() {
        when(factor.start(IDA, "mine")).thenReturn(new TotpSecret("otpauth://x", "SEED"));
        var started = asIda(() -> controller.startTotp(new AccountSecurityController.StartTotpInput("mine")));
        assertThat(started.otpauthUri()).isEqualTo("otpauth://x");
        assertThat(started.secret()).isEqualTo("SEED");
        when(factor.confirm(IDA, "287082")).thenReturn(new SecondFactor.SwitchedOn(8, List.of("a", "b")));
        assertThat(asIda(() -> controller.confirmTotp(new AccountSecurityController.ConfirmTotpInput("287082")))
                        .recoveryCodes())
                .containsExactly("a", "b");
        verify(session).goOn(8);
    }

    @Test
    void oneSessionIsEndedAndPutOnRecordOrAllOthersAtOnce() {
        var there = UUID.randomUUID();
        when(session.end(there)).thenReturn(true, false);
        var input = new AccountSecurityController.EndSessionsInput(GlobalId.of("ViewerSession", there));
        assertThat(asIda(() -> controller.endSessions(input)).userErrors()).isEmpty();
        verify(people).noteEndedSession(IDA);
        assertThat(asIda(() -> controller.endSessions(input)).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.NOT_FOUND));
        verify(people, times(1)).noteEndedSession(IDA);
        when(people.endOtherSessions(IDA)).thenReturn(9);
        asIda(() -> controller.endSessions(new AccountSecurityController.EndSessionsInput(null)));
        verify(session).goOn(9);
    }

    @Test
    void nobodyActsForWhoIsNotSignedIn() {
        assertThatNullPointerException()
                .isThrownBy(() -> Caller.anonymous(SHOP).call(controller::recoveryCodesLeft))
                .withMessage("Staff have a subject");
        verifyNoInteractions(factor);
    }
}
