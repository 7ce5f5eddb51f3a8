package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.secrets.TestSecrets;
import app.retour.tenants.tenancy.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retour.testkit.TestClock;

/** What of signing in counts against whom, and what is compared at all. */
class CountingSignInsTests {
    private static final String RIGHT = "correct horse battery staple";
    private static final String FROM = "192.0.2.1";
    private static final PersonRecord IDA = new PersonRecord(
            Ids.next(), "ida@example.com", "Ida", new Passwords(1_000).hash(RIGHT), 4, null, false, null);
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final Persons persons = mock(Persons.class);
    private final Directory directory = mock(Directory.class);
    private final SecondFactor factors = mock(SecondFactor.class);
    private final AccountEvents events = mock(AccountEvents.class);
    private final CountedTries tries = new CountedTries();
    private final TestClock clock = new TestClock();
    private final KnownDevices devices =
            new KnownDevices(TestSecrets.under("a master key of more than thirty-two characters"), clock);
    private final AtomicInteger compared = new AtomicInteger();
    private final Passwords passwords = new Passwords(1_000) {
        @Override
        boolean compared(String password, String hash) {
            compared.incrementAndGet();
            return super.compared(password, hash);
        }
    };

    private SignIns signIns(PersonRecord known, TenantId... staffAt) {
        when(persons.byEmail("ida@example.com")).thenReturn(Optional.of(known));
        when(directory.ofPerson(known.id())).thenReturn(List.of(staffAt));
        return new SignIns(persons, directory, passwords, factors, events, tries.throttle, devices, mock()) {
            @Override
            public Optional<StaffSession> at(UUID person, TenantId tenant) {
                return List.of(staffAt).contains(tenant)
                        ? Optional.of(new StaffSession(person, tenant, StaffRole.AGENT, 9))
                        : Optional.empty();
            }
        };
    }

    private PersonRecord withApp() {
        return new PersonRecord(IDA.id(), IDA.email(), "Ida", IDA.passwordHash(), 4, new byte[] {1}, true, null);
    }

    @Test
    void whoKnowsThePasswordIsNotCounted() {
        var answer = signIns(IDA, SHOP).attempt(" IDA@example.com", RIGHT, null, FROM);
        assertThat(answer).isEqualTo(new SignIn.SignedIn(new StaffSession(IDA.id(), SHOP, StaffRole.AGENT, 4)));
        assertThat(tries.taken("sign-in-address", FROM)).isZero();
        assertThat(tries.taken("sign-in-account", "ida@example.com")).isZero();
        verify(events).noteAt(SHOP, IDA.id(), AccountEvents.SIGNED_IN, Map.of("secondFactor", "NONE"));
    }

    @Test
    void aFailureCountsForTheAddressAndForTheAccountAndIsOnRecord() {
        var signIns = signIns(IDA, SHOP);
        assertThat(signIns.attempt("ida@example.com", "wrong", null, FROM)).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(signIns.attempt("bob@example.com", "wrong", null, FROM)).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(tries.taken("sign-in-address", FROM)).isEqualTo(2);
        assertThat(tries.taken("sign-in-account", "ida@example.com")).isEqualTo(1);
        assertThat(tries.taken("sign-in-account", "bob@example.com")).isEqualTo(1);
        verify(events).noteFailure(IDA.id(), "PASSWORD");
        verify(events).noteFailure(null, "PASSWORD");
        assertThat(compared).as("the same work for who is nobody").hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"sign-in-address, 192.0.2.1, 5", "sign-in-account, ida@example.com, 90"})
    void whoHasNoTryLeftIsToldWhenToComeBackAndNothingIsCompared(String bucket, String who, int seconds) {
        tries.useUp(bucket, who);
        assertThat(signIns(IDA, SHOP).attempt("ida@example.com", RIGHT, null, FROM))
                .isEqualTo(new SignIn.Throttled(Duration.ofSeconds(seconds)));
        assertThat(compared).hasValue(0);
        verifyNoInteractions(events);
    }

    @Test
    void anAddressOfANetworkCountsForAllOfIt() {
        var signIns = signIns(IDA, SHOP);
        signIns.attempt("ida@example.com", "wrong", null, "2001:db8::1");
        signIns.attempt("ida@example.com", "wrong", null, "2001:db8::2");
        assertThat(tries.taken("sign-in-address", CallerNetwork.of("2001:db8::1")))
                .isEqualTo(2);
    }

    @Test
    void whereTheyWorkStrangersGuessesShutNobodyOut() {
        tries.useUp("sign-in-account", "ida@example.com");
        var mark = devices.mark("ida@example.com", null);
        assertThat(signIns(IDA, SHOP).attempt("ida@example.com", RIGHT, null, FROM, mark))
                .isInstanceOf(SignIn.SignedIn.class);
        var forged = mark.substring(0, mark.length() - 4) + "AAAA";
        assertThat(signIns(IDA, SHOP).attempt("ida@example.com", RIGHT, null, FROM, forged))
                .isInstanceOf(SignIn.Throttled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anAppThatIsInForceIsAskedForAndThatIsNoFailure(String code) {
        var answer = signIns(withApp(), SHOP).attempt("ida@example.com", RIGHT, code, FROM);
        assertThat(answer).isInstanceOf(SignIn.TotpRequired.class);
        assertThat(tries.taken("sign-in-account", "ida@example.com")).isZero();
        verifyNoInteractions(events, factors);
    }

    @Test
    void aWrongCodeIsAFailureAndARightOneIsNamedOnRecord() {
        var person = withApp();
        when(factors.prove(person, "111111")).thenReturn(Optional.empty());
        when(factors.prove(person, "222222")).thenReturn(Optional.of(SecondFactor.Kind.RECOVERY_CODE));
        var signIns = signIns(person, SHOP);
        assertThat(signIns.attempt("ida@example.com", RIGHT, "111111", FROM)).isInstanceOf(SignIn.TotpWrong.class);
        assertThat(tries.taken("sign-in-account", "ida@example.com")).isEqualTo(1);
        verify(events).noteFailure(person.id(), "CODE");
        assertThat(signIns.attempt("ida@example.com", RIGHT, "222222", FROM)).isInstanceOf(SignIn.SignedIn.class);
        verify(events).noteAt(SHOP, person.id(), AccountEvents.SIGNED_IN, Map.of("secondFactor", "RECOVERY_CODE"));
    }

    /** The code must not tell whether the password was right. */
    @Test
    void withAWrongPasswordNoCodeIsLookedAt() {
        assertThat(signIns(withApp(), SHOP).attempt("ida@example.com", "wrong", "222222", FROM))
                .isInstanceOf(SignIn.BadCredentials.class);
        verifyNoInteractions(factors);
    }

    @Test
    void whoIsNobodysStaffIsAnsweredLikeWhoIsWrong() {
        assertThat(signIns(IDA).attempt("ida@example.com", RIGHT, null, FROM))
                .isInstanceOf(SignIn.BadCredentials.class);
        verify(events, never()).noteAt(any(), any(), any(), any());
    }

    @Test
    void theyGoOnWhereTheyWereLastWhileTheyAreStaffThere() {
        var other = new TenantId(Ids.next());
        var last = new PersonRecord(IDA.id(), IDA.email(), "Ida", IDA.passwordHash(), 4, null, false, other.value());
        assertThat(signIns(last, SHOP, other).attempt("ida@example.com", RIGHT, null, FROM))
                .isEqualTo(new SignIn.SignedIn(new StaffSession(IDA.id(), other, StaffRole.AGENT, 4)));
        assertThat(signIns(last, SHOP).attempt("ida@example.com", RIGHT, null, FROM))
                .isEqualTo(new SignIn.SignedIn(new StaffSession(IDA.id(), SHOP, StaffRole.AGENT, 4)));
    }

    @Test
    void aHashOfFewerRoundsIsMadeAnewAndAGoodOneStays() {
        signIns(IDA, SHOP).attempt("ida@example.com", RIGHT, null, FROM);
        verify(persons, never()).rehash(any(), any(), any());
        var before = new Passwords(500).hash(RIGHT);
        var old = new PersonRecord(IDA.id(), IDA.email(), "Ida", before, 4, null, false, null);
        when(persons.byEmail("ida@example.com")).thenReturn(Optional.of(old));
        signIns(old, SHOP).attempt("ida@example.com", "wrong", null, FROM);
        verify(persons, never()).rehash(any(), any(), any());
        signIns(old, SHOP).attempt("ida@example.com", RIGHT, null, FROM);
        verify(persons).rehash(eq(old.id()), eq(before), startsWith("{pbkdf2-1000}"));
    }

    @Test
    void whoGoesOnAtAnotherMerchantIsRememberedThereIfTheyAreStaffThere() {
        var signIns = signIns(IDA, SHOP);
        assertThat(signIns.switchTo(IDA.id(), SHOP)).isPresent();
        verify(persons).remember(IDA.id(), SHOP);
        var other = new TenantId(Ids.next());
        assertThat(signIns.switchTo(IDA.id(), other)).isEmpty();
        verify(persons, never()).remember(IDA.id(), other);
    }
}
