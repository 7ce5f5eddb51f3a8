package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import retour.testkit.RetourTest;

@RetourTest
class PasswordHashTests {
    private static final String NAME = "{pbkdf2-600000}";

    @Autowired
    Passwords passwords;

    @Autowired
    Persons persons;

    @Autowired
    SignIns signIns;

    @Autowired
    AccountFixtures fixtures;

    /** Counted by the JDK, since a hash does not tell how it was made. */
    @Test
    void aPasswordIsHashedBySixHundredThousandRounds() throws Exception {
        var hash = new Passwords(Passwords.ROUNDS).hash(PASSWORD);
        assertThat(hash).startsWith(NAME);
        var bytes = HexFormat.of().parseHex(hash.substring(NAME.length()));
        var salt = Arrays.copyOf(bytes, 16);
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, 600_000, 256))
                .getEncoded();
        assertThat(Arrays.copyOfRange(bytes, 16, bytes.length)).isEqualTo(key);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.isOutdated(hash)).as("by these tests").isTrue();
        assertThat(passwords.hash(PASSWORD)).as("salted").isNotEqualTo(passwords.hash(PASSWORD));
    }

    @Test
    void whatIsDeployedTakesNoFewerRoundsWhateverIsSet() {
        assertThat(Passwords.roundsOf(1_000, false)).isEqualTo(600_000);
        assertThat(Passwords.roundsOf(900_000, false)).isEqualTo(900_000);
        assertThat(Passwords.roundsOf(1_000, true)).isEqualTo(1_000);
    }

    @Test
    void aHashOfFewerRoundsIsMadeAnewWhenItsPersonSignsIn() {
        var owner = fixtures.anOwner();
        var old = "{pbkdf2}"
                + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
        persons.rehash(owner.person(), persons.get(owner.person()).passwordHash(), old);
        var epoch = persons.get(owner.person()).epoch();
        assertThat(signIns.attempt(owner.email(), "not the password", null, "here"))
                .isInstanceOf(SignIn.BadCredentials.class);
        assertThat(persons.get(owner.person()).passwordHash()).isEqualTo(old);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        var renewed = persons.get(owner.person());
        assertThat(renewed.passwordHash()).startsWith("{pbkdf2-1000}");
        assertThat(renewed.epoch()).as("nobody is signed out by it").isEqualTo(epoch);
        assertThat(signIns.attempt(owner.email(), PASSWORD, null, "here")).isInstanceOf(SignIn.SignedIn.class);
        assertThat(persons.get(owner.person()).passwordHash()).isEqualTo(renewed.passwordHash());
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotPutBack() {
        var owner = fixtures.anOwner();
        var before = persons.get(owner.person()).passwordHash();
        persons.changePassword(owner.person(), "changed");
        persons.rehash(owner.person(), before, passwords.hash(PASSWORD));
        assertThat(persons.get(owner.person()).passwordHash()).isEqualTo("changed");
    }
}
