package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Idempotency;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountHousekeeping;
import app.retour.tenants.people.SignUps;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What is kept only for a time is gone after it, and not before. */
@RetourTest
class HousekeepingTests {
    private static final Duration MOMENT = Duration.ofMinutes(10);

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    Idempotency idempotency;

    @Autowired
    IdempotencyHousekeeping keys;

    @Autowired
    AccountHousekeeping accounts;

    @Autowired
    SignUps signUps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void standStill() {
        clock.setTo(clock.instant());
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    @Test
    void anIdempotencyKeyIsKeptForSevenDaysAtEveryMerchant() {
        var one = fixtures.anOwner();
        var other = fixtures.anOwner();
        assertThat(did(one)).isTrue();
        assertThat(did(other)).isTrue();
        clock.advance(IdempotencyHousekeeping.KEPT.minus(MOMENT));
        keys.run();
        assertThat(did(one)).isFalse();
        clock.advance(MOMENT.multipliedBy(2));
        keys.run();
        assertThat(did(one)).isTrue();
        assertThat(did(other)).isTrue();
    }

    private boolean did(AccountFixtures.Owner owner) {
        var times = new AtomicInteger();
        fixtures.as(
                owner,
                () -> idempotency.once(
                        "keep", "key", "same", times::incrementAndGet, String::valueOf, Integer::valueOf));
        return times.get() == 1;
    }

    @Test
    void aSignUpIsForgottenAfterADayAndItsMailAfterThirty() {
        var email = AccountFixtures.anEmail();
        signUps.signUp(AccountFixtures.aBusiness(), email, "Nora New", AccountFixtures.PASSWORD, email);
        clock.advance(Duration.ofHours(24).minus(MOMENT));
        accounts.run();
        assertThat(count("sign_up", "email", email)).isEqualTo(1);
        clock.advance(MOMENT.multipliedBy(2));
        accounts.run();
        assertThat(count("sign_up", "email", email)).isZero();
        assertThat(count("account_mail", "recipient", email)).isEqualTo(1);
        clock.advance(Duration.ofDays(29));
        accounts.run();
        assertThat(count("account_mail", "recipient", email)).isZero();
    }

    private long count(String table, String column, String value) {
        return jdbc.sql("select count(*) from tenants.%s where %s = ?".formatted(table, column))
                .param(value)
                .query(Long.class)
                .single();
    }
}
