package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tenants.Throttle;
import app.retour.tenants.tenancy.Directory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;

/** Comparing a password is what takes long; it must not tell whether there is an account. */
@RetourTest
class EqualSignInTests {
    @Autowired
    AccountFixtures fixtures;

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

    @Test
    void aPasswordIsComparedOnceWhetherTheAddressIsKnownOrNot() {
        var known = fixtures.anOwner().email();
        assertThat(comparisonsFor(known)).isEqualTo(1);
        assertThat(comparisonsFor(AccountFixtures.anEmail())).isEqualTo(1);
    }

    private int comparisonsFor(String email) {
        var compared = new AtomicInteger();
        var passwords = new Passwords(1_000) {
            @Override
            boolean compared(String password, String hash) {
                compared.incrementAndGet();
                return super.compared(password, hash);
            }
        };
        var signIns = new SignIns(persons, directory, passwords, factors, events, throttle, devices, jdbc);
        assertThat(signIns.attempt(email, "not the password", null, email)).isInstanceOf(SignIn.BadCredentials.class);
        return compared.get();
    }
}
