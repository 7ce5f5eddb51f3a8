package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.Authenticator;
import app.retour.tenants.people.AccountFixtures.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
class SecondFactorTests {
    private static final int AT_ONCE = 6;

    @Autowired
    SecondFactor factor;

    @Autowired
    SignIns signIns;

    @Autowired
    Persons persons;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Owner owner;
    private Authenticator app;
    private SecondFactor.SwitchedOn on;

    @BeforeEach
    void ownerWithAnApp() {
        owner = fixtures.anOwner();
        clock.setTo(Instant.parse("2026-11-23T10:00:00Z"));
        app = new Authenticator(factor.start(owner.person(), PASSWORD).secret());
        on = factor.confirm(owner.person(), code());
        clock.advance(Duration.ofSeconds(30));
    }

    @AfterEach
    void backToRealTime() {
        clock.run();
    }

    @Test
    void aCodeIsTakenOnceWhenManyTryItAtTheSameMoment() throws Exception {
        var person = persons.get(owner.person());
        var code = code();
        assertThat(atOnce(() -> factor.prove(person, code)).flatMap(Optional::stream))
                .containsExactly(SecondFactor.Kind.AUTHENTICATOR);
        assertThat(atOnce(() -> signIn(code))).hasOnlyElementsOfType(SignIn.TotpWrong.class);
    }

    @Test
    void ofManySignInsWithOneCodeAtTheSameMomentOneSucceeds() throws Exception {
        var code = code();
        assertThat(atOnce(() -> signIn(code)).filter(SignIn.SignedIn.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aRecoveryCodeIsTakenOnceWhenManyTryItAtTheSameMoment() throws Exception {
        var person = persons.get(owner.person());
        var code = on.recoveryCodes().getFirst();
        assertThat(atOnce(() -> factor.prove(person, code)).flatMap(Optional::stream))
                .containsExactly(SecondFactor.Kind.RECOVERY_CODE);
    }

    @Test
    void tenCodesOnPaperStandInForTheAppEachOnceHoweverTheyAreTyped() {
        assertThat(on.recoveryCodes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}"));
        var first = on.recoveryCodes().getFirst();
        assertThat(signIn(" " + first.toUpperCase(java.util.Locale.ROOT).replace('-', ' ') + " "))
                .isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIn(first)).isInstanceOf(SignIn.TotpWrong.class);
        assertThat(factor.codesLeft(owner.person())).isEqualTo(9);
        assertThat(signIn("0000-0000-0000-0000")).isInstanceOf(SignIn.TotpWrong.class);
    }

    @Test
    void nothingOfACodeIsStoredAndNobodyElsesIsTaken() {
        var hashes = jdbc.sql("select hash from tenants.recovery_code where person_id = ?")
                .param(owner.person())
                .query(String.class)
                .list();
        assertThat(hashes).hasSize(10).allMatch(hash -> hash.length() == 64);
        assertThat(hashes).noneMatch(hash -> on.recoveryCodes().contains(hash));
        var other = fixtures.anOwner();
        assertThat(factor.prove(persons.get(other.person()), on.recoveryCodes().getFirst()))
                .isEmpty();
    }

    @Test
    void newRecoveryCodesEndTheEarlierOnes() {
        refused(ErrorCode.INVALID, () -> factor.renewCodes(owner.person(), "a wrong guess"));
        var renewed = factor.renewCodes(owner.person(), PASSWORD);
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(on.recoveryCodes());
        assertThat(signIn(on.recoveryCodes().getLast())).isInstanceOf(SignIn.TotpWrong.class);
        assertThat(signIn(renewed.getLast())).isInstanceOf(SignIn.SignedIn.class);
        var without = fixtures.anOwner();
        refused(ErrorCode.WRONG_STATE, () -> factor.renewCodes(without.person(), PASSWORD));
    }

    @Test
    void switchingTheAppOnOrOffEndsSessionsAndTakesTheCodesAway() {
        assertThat(on.epoch()).isEqualTo(epoch());
        var off = factor.disable(owner.person(), PASSWORD, on.recoveryCodes().getFirst());
        assertThat(off).isGreaterThan(on.epoch()).isEqualTo(epoch());
        assertThat(factor.codesLeft(owner.person())).isZero();
        assertThat(signIn(null)).isInstanceOf(SignIn.SignedIn.class);
        var again = new Authenticator(factor.start(owner.person(), PASSWORD).secret());
        assertThat(epoch()).as("nothing is in force yet").isEqualTo(off);
        assertThat(factor.confirm(owner.person(), again.codeAt(clock.instant())).epoch())
                .isGreaterThan(off)
                .isEqualTo(epoch());
    }

    @Test
    void anAppInForceIsReplacedByNobody() {
        refused(ErrorCode.WRONG_STATE, () -> factor.start(owner.person(), PASSWORD));
        refused(ErrorCode.WRONG_STATE, () -> factor.confirm(owner.person(), code()));
        assertThat(persons.startTotp(owner.person(), new byte[] {1})).isFalse();
        assertThat(signIn(code())).isInstanceOf(SignIn.SignedIn.class);
    }

    private SignIn signIn(@org.jspecify.annotations.Nullable String code) {
        return signIns.attempt(owner.email(), PASSWORD, code, owner.email());
    }

    private String code() {
        return app.codeAt(clock.instant());
    }

    private int epoch() {
        return signIns.at(owner.person(), owner.tenant()).orElseThrow().epoch();
    }

    /** Each waits until all are there. */
    private static <T> Stream<T> atOnce(Callable<T> action) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<T> together = () -> {
                barrier.await();
                return action.call();
            };
            var results = threads.invokeAll(java.util.Collections.nCopies(AT_ONCE, together));
            var answers = new java.util.ArrayList<T>();
            for (var result : results) {
                answers.add(result.get());
            }
            return List.copyOf(answers).stream();
        }
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
