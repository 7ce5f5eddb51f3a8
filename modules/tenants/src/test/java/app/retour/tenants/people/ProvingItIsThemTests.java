package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.ImmediateTransactions;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.secrets.OneTimeTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Before anything of an account changes, whoever is signed in proves that it is they. */
class ProvingItIsThemTests {
    private static final String RIGHT = "correct horse battery staple";
    private static final String BETTER = "another horse battery staple altogether";
    private final Passwords passwords = new Passwords(1_000);
    private final Persons persons = mock(Persons.class);
    private final AccountEvents events = mock(AccountEvents.class);
    private final OneTimeTokens tokens = mock(OneTimeTokens.class);
    private final AccountMails mails = mock(AccountMails.class);
    private final CountedTries tries = new CountedTries();
    private final ImmediateTransactions transactions = new ImmediateTransactions();
    private final OwnPassword own = new OwnPassword(persons, passwords, tries.throttle);
    private final People people =
            new People(persons, mock(), passwords, own, events, tokens, mails, tries.throttle, transactions);
    private final Totp totp = mock(Totp.class);
    private final RecoveryCodes codes = mock(RecoveryCodes.class);
    private final SecondFactor factors = new SecondFactor(persons, own, totp, codes, events, transactions);
    private final UUID id = Ids.next();

    private PersonRecord ida(byte @Nullable [] seed, boolean confirmed) {
        var ida = new PersonRecord(id, "ida@example.com", "Ida", passwords.hash(RIGHT), 4, seed, confirmed, null);
        when(persons.get(id)).thenReturn(ida);
        when(persons.byEmail("ida@example.com")).thenReturn(Optional.of(ida));
        return ida;
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aWrongPasswordCountsARightOneDoesNotAndTenAreEnough() {
        ida(null, false);
        assertThat(own.prove(id, RIGHT).email()).isEqualTo("ida@example.com");
        assertThat(tries.taken("own-password", id.toString())).isZero();
        for (var i = 0; i < 10; i++) {
            refuses(() -> own.prove(id, "wrong"), ErrorCode.INVALID);
        }
        refuses(() -> own.prove(id, RIGHT), ErrorCode.THROTTLED);
    }

    @Test
    void aPasswordIsChangedByWhoKnowsItToOneThatIsGoodEnough() {
        ida(null, false);
        refuses(() -> people.changePassword(id, "wrong", BETTER), ErrorCode.INVALID);
        refuses(() -> people.changePassword(id, RIGHT, "password1234"), ErrorCode.INVALID);
        verify(persons, never()).changePassword(any(), any());
        when(persons.changePassword(eq(id), any())).thenReturn(5);
        assertThat(people.changePassword(id, RIGHT, BETTER)).isEqualTo(5);
        verify(events).note(id, AccountEvents.PASSWORD_CHANGED);
        verify(tokens).withdraw(OneTimeTokens.Purpose.RESET, id);
        verify(mails).queue(AccountMailText.PASSWORD_CHANGED, "ida@example.com", Map.of());
    }

    @Test
    void whetherAnAddressIsKnownIsNotTold() {
        ida(null, false);
        when(tokens.issue(OneTimeTokens.Purpose.RESET, id, null, Duration.ofHours(1)))
                .thenReturn("a-token");
        people.requestReset("IDA@example.com", "192.0.2.1");
        people.requestReset("nobody@example.com", "192.0.2.1");
        verify(mails).queue(AccountMailText.RESET, "ida@example.com", Map.of("token", "a-token"));
        verifyNoMoreInteractions(mails);
        assertThat(tries.taken("reset-account", "nobody@example.com"))
                .as("counted all the same")
                .isEqualTo(1);
    }

    @Test
    void nobodysMailboxIsFilledWithLinks() {
        ida(null, false);
        when(tokens.issue(any(), any(), any(), any())).thenReturn("a-token");
        for (var i = 0; i < 5; i++) {
            people.requestReset("ida@example.com", "192.0.2." + i);
        }
        refuses(() -> people.requestReset("ida@example.com", "192.0.2.9"), ErrorCode.THROTTLED);
        refuses(() -> people.requestReset("no address", "192.0.2.9"), ErrorCode.INVALID);
    }

    @Test
    void aNewPasswordByALinkForgetsTheGuesses() {
        ida(null, false);
        tries.useUp("sign-in-account", "ida@example.com");
        when(tokens.require(OneTimeTokens.Purpose.RESET, "t")).thenReturn(new OneTimeTokens.Held(id, null));
        refuses(() -> people.reset("t", "password1234"), ErrorCode.INVALID);
        verify(tokens, never()).use("t");
        people.reset("t", BETTER);
        verify(tokens).use("t");
        verify(events).note(id, AccountEvents.PASSWORD_RESET);
        assertThat(tries.taken("sign-in-account", "ida@example.com")).isZero();
    }

    @Test
    void anAppIsInForceOnceACodeOfItWasRight() {
        ida(new byte[] {1}, false);
        when(totp.step(new byte[] {1}, "287082")).thenReturn(OptionalLong.of(7));
        when(persons.useTotpStep(eq(id), any(), eq(7L))).thenReturn(true);
        when(persons.endSessions(id)).thenReturn(5);
        when(codes.renew(id)).thenReturn(List.of("code"));
        refuses(() -> factors.confirm(id, "000000"), ErrorCode.INVALID);
        verify(persons, never()).confirmTotp(id);
        assertThat(factors.confirm(id, "287082")).isEqualTo(new SecondFactor.SwitchedOn(5, List.of("code")));
        verify(persons).confirmTotp(id);
        verify(events).note(id, AccountEvents.APP_ON);
        assertThat(tries.taken("totp", id.toString())).as("the wrong one").isEqualTo(1);
    }

    /** Of many at once with one code, the database lets one through. */
    @Test
    void aCodeThatWasUsedIsWrong() {
        var ida = ida(new byte[] {1}, true);
        when(totp.step(any(), any())).thenReturn(OptionalLong.of(7));
        when(persons.useTotpStep(eq(id), any(), eq(7L))).thenReturn(true, false);
        assertThat(factors.prove(ida, "287082")).contains(SecondFactor.Kind.AUTHENTICATOR);
        assertThat(factors.prove(ida, "287082")).isEmpty();
    }

    @Test
    void whereNoAppIsThereNothingIsConfirmedSwitchedOffOrRenewed() {
        ida(null, false);
        refuses(() -> factors.confirm(id, "287082"), ErrorCode.WRONG_STATE);
        refuses(() -> factors.disable(id, RIGHT, "287082"), ErrorCode.WRONG_STATE);
        refuses(() -> factors.renewCodes(id, RIGHT), ErrorCode.WRONG_STATE);
        verifyNoInteractions(events, codes);
    }

    @Test
    void anAppInForceIsReplacedByNobody() {
        ida(new byte[] {1}, true);
        when(totp.newSeed("ida@example.com"))
                .thenReturn(new Totp.Seed(new byte[] {2}, new TotpSecret("otpauth://", "SEED")));
        when(persons.startTotp(eq(id), any())).thenReturn(false);
        refuses(() -> factors.start(id, RIGHT), ErrorCode.WRONG_STATE);
        refuses(() -> factors.start(id, "wrong"), ErrorCode.INVALID);
        refuses(() -> factors.confirm(id, "287082"), ErrorCode.WRONG_STATE);
    }

    @Test
    void aCodeOnPaperSwitchesTheAppOffAndTakesTheOthersAway() {
        ida(new byte[] {1}, true);
        when(totp.step(any(), any())).thenReturn(OptionalLong.empty());
        when(codes.use(id, "0123-4567-89ab-cdef")).thenReturn(true);
        refuses(() -> factors.disable(id, RIGHT, "wrong"), ErrorCode.INVALID);
        verify(persons, never()).removeTotp(id);
        factors.disable(id, RIGHT, "0123-4567-89ab-cdef");
        verify(persons).removeTotp(id);
        verify(codes).remove(id);
        verify(events).note(id, AccountEvents.APP_OFF);
        assertThat(transactions.undone()).as("the wrong one left nothing").isEqualTo(1);
    }
}
