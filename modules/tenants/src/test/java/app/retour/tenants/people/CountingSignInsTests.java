package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.Authenticator;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Throttle;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.tenancy.Directory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What of signing in counts against whom, and what is compared at all. */
@RetourTest
class CountingSignInsTests {
    private static final Throttle.Limit BY_ADDRESS = new Throttle.Limit("sign-in-address", 60, Duration.ofMinutes(5));

    @Autowired
    Persons persons;

    @Autowired
    Directory directory;

    @Autowired
    SecondFactor factors;

    @Autowired
    AccountEvents events;

    @Autowired
    Throttle throttle;

    @Autowired
    KnownDevices devices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Staff staff;

    @Autowired
    Invitations invitations;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    TestClock clock;

    private final AtomicInteger compared = new AtomicInteger();

    /** A network of this test's own. */
    private final String network = "2001:db8:%x:%x::"
            .formatted(Ids.next().getLeastSignificantBits() & 0xffff, Ids.next().getLeastSignificantBits() & 0xffff);

    private Owner owner;
    private SignIns signIns;

    @BeforeEach
    void somebodyWhoIsKnown() {
        owner = fixtures.anOwner();
        var counting = new Passwords(1_000) {
            @Override
            boolean compared(String password, String hash) {
                compared.incrementAndGet();
                return super.compared(password, hash);
            }
        };
        signIns = new SignIns(persons, directory, counting, factors, events, throttle, devices, jdbc);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private SignIn attempt(String email, String password, @Nullable String code) {
        return signIns.attempt(email, password, code, network + "1");
    }

    private int leftOf(String email) {
        return throttle.takeUpTo(SignIns.BY_ACCOUNT, email, 10);
    }

    /** With no try left; a try that came back meanwhile is used up too. */
    private SignIn withoutATry(Throttle.Limit limit, String who, Supplier<SignIn> attempt) {
        return Stream.generate(() -> {
                    throttle.takeUpTo(limit, who, limit.tries());
                    compared.set(0);
                    return attempt.get();
                })
                .limit(20)
                .filter(SignIn.Throttled.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoKnowsThePasswordIsNotCounted() {
        assertThat(attempt(" " + owner.email().toUpperCase(Locale.ROOT), PASSWORD, null))
                .isEqualTo(new SignIn.SignedIn(new StaffSession(
                        owner.person(),
                        owner.tenant(),
                        StaffRole.OWNER,
                        persons.get(owner.person()).epoch())));
        assertThat(leftOf(owner.email())).isEqualTo(10);
        assertThat(throttle.takeUpTo(BY_ADDRESS, CallerNetwork.of(network), 60)).isEqualTo(60);
    }

    @Test
    void aFailureCountsForTheAccountWhetherItIsKnownOrNot() {
        var nobody = anEmail();
        assertThat(attempt(owner.email(), "wrong", null)).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(attempt(nobody, "wrong", null)).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(leftOf(owner.email())).isEqualTo(9);
        assertThat(leftOf(nobody)).isEqualTo(9);
    }

    @Test
    void aFailureCountsForTheAddressWhoeverIsTried() {
        throttle.takeUpTo(BY_ADDRESS, CallerNetwork.of(network), 55);
        assertThat(Stream.generate(() -> attempt(anEmail(), "wrong", null)).limit(100))
                .hasAtLeastOneElementOfType(SignIn.Throttled.class);
    }

    @Test
    void whoHasNoTryLeftIsToldWhenToComeBackAndNothingIsCompared() {
        assertThat(withoutATry(BY_ADDRESS, CallerNetwork.of(network), () -> attempt(owner.email(), PASSWORD, null)))
                .isEqualTo(new SignIn.Throttled(Duration.ofSeconds(5)));
        assertThat(compared).hasValue(0);
        assertThat(leftOf(owner.email())).as("nor is it counted").isEqualTo(10);
        assertThat(withoutATry(
                        SignIns.BY_ACCOUNT,
                        owner.email(),
                        () -> signIns.attempt(owner.email(), PASSWORD, null, owner.email())))
                .isEqualTo(new SignIn.Throttled(Duration.ofSeconds(90)));
        assertThat(compared).hasValue(0);
    }

    @Test
    void anAddressOfANetworkCountsForAllOfIt() {
        var all = CallerNetwork.of(network + "1");
        assertThat(withoutATry(
                        BY_ADDRESS, all, () -> signIns.attempt(owner.email(), PASSWORD, null, network + "ffff:2")))
                .isInstanceOf(SignIn.Throttled.class);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "192.0.2.1 " + network))
                .as("from elsewhere")
                .isInstanceOf(SignIn.SignedIn.class);
    }

    private Authenticator anApp() {
        var app = new Authenticator(factors.start(owner.person(), PASSWORD).secret());
        clock.setTo(clock.instant());
        factors.confirm(owner.person(), app.codeAt(clock.instant()));
        clock.advance(Duration.ofSeconds(30));
        return app;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anAppThatIsInForceIsAskedForAndThatIsNoFailure(String code) {
        anApp();
        assertThat(attempt(owner.email(), PASSWORD, code)).isInstanceOf(SignIn.TotpRequired.class);
        assertThat(leftOf(owner.email())).isEqualTo(10);
    }

    @Test
    void aWrongCodeIsAFailureAndARightOneIsNone() {
        var app = anApp();
        assertThat(attempt(owner.email(), PASSWORD, "no code")).isInstanceOf(SignIn.TotpWrong.class);
        assertThat(attempt(owner.email(), PASSWORD, app.codeAt(clock.instant())))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(leftOf(owner.email())).isEqualTo(9);
    }

    /** The code must not tell whether the password was right. */
    @Test
    void withAWrongPasswordNoCodeIsLookedAt() {
        var code = anApp().codeAt(clock.instant());
        assertThat(attempt(owner.email(), "wrong", code)).isInstanceOf(SignIn.BadCredentials.class);
        assertThat(attempt(owner.email(), PASSWORD, code))
                .as("it is not used up")
                .isInstanceOf(SignIn.SignedIn.class);
    }

    private void leave(Owner merchant, java.util.UUID person) {
        fixtures.as(merchant, () -> {
            staff.remove(staff.byPerson(person).orElseThrow().id());
            return true;
        });
    }

    @Test
    void whoIsNobodysStaffIsAnsweredLikeWhoIsWrong() {
        var member = fixtures.aMember(owner, StaffRole.AGENT);
        leave(owner, member);
        var email = persons.get(member).email();
        assertThat(attempt(email, PASSWORD, null)).isEqualTo(attempt(email, "wrong", null));
        assertThat(leftOf(email)).as("both count").isEqualTo(8);
    }

    private TenantId home() {
        return ((SignIn.SignedIn) attempt(owner.email(), PASSWORD, null))
                .session()
                .tenant();
    }

    @Test
    void theyGoOnWhereTheyWereLastWhileTheyAreStaffThere() {
        var other = fixtures.anOwner();
        fixtures.as(other, () -> invitations.invite(owner.email(), StaffRole.AGENT));
        invitations.accept(fixtures.tokenFor(owner.email()), null, PASSWORD, owner.email());
        for (var last : new Owner[] {owner, other}) {
            assertThat(signIns.switchTo(owner.person(), last.tenant())).isPresent();
            assertThat(home()).isEqualTo(last.tenant());
        }
        var stranger = fixtures.anOwner().tenant();
        assertThat(signIns.switchTo(owner.person(), stranger)).isEmpty();
        assertThat(home()).as("nothing is remembered of it").isEqualTo(other.tenant());
        leave(other, owner.person());
        assertThat(home()).isEqualTo(owner.tenant());
    }
}
