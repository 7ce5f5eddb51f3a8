package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which password is good enough, and what is said of one that is not. */
class ChoosingAPasswordTests {
    private static final List<String> IDA =
            List.of("ida.lovelace@bookshop.example", "Ida Lovelace", "The Bookshop", "bookshop");
    private final Passwords passwords = new Passwords(1_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "kX9#mQ2$vL7!pR4z",
                "vier Wörter reichen völlig aus",
                "ラーメンと餃子を食べたい日曜日です"
            })
    void aLongOneThatNobodyGuessesIsTaken(String password) {
        assertThat(passwords.judge(password, IDA)).satisfies(strength -> {
            assertThat(strength.acceptable()).isTrue();
            assertThat(strength.score()).isGreaterThanOrEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "kX9#mQ2$vL7,            Use 12 characters or more; four random words are good",
        "'',                     Use 12 characters or more; four random words are good",
        "idalovelacebookshop,    Use more than your names and your address",
        "Bookshop-Lovelace-Ida1, Use more than your names and your address",
        "ida.lovelace@bookshop.example, Use more than your names and your address",
    })
    void whatOthersKnowOrGuessIsRefusedInWordsThatHelp(String password, String advice) {
        var strength = passwords.judge(password, IDA);
        assertThat(strength.acceptable()).isFalse();
        if (!password.isEmpty()) {
            assertThat(strength.advice()).isEqualTo(advice);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "aaaaaaaaaaaaaaaa", "qwertyuiopas", "123456789012345", "passwordpassword"})
    void whatEverybodyTakesIsRefused(String password) {
        assertThat(passwords.judge(password, List.of()).acceptable()).isFalse();
        assertThatThrownBy(() -> passwords.require(password, List.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
                    assertThat(refusal.field()).containsExactly("password");
                    assertThat(refusal.getMessage())
                            .startsWith("This password is easy to guess. ")
                            .doesNotContain(password);
                });
    }

    @Test
    void oneTooLongToCompareIsNeitherTakenNorCompared() {
        var longest = "correct horse battery staple ".repeat(7).substring(0, 200);
        assertThat(passwords.judge(longest, List.of()).acceptable()).isTrue();
        assertThat(passwords.judge(longest + "!", List.of()))
                .isEqualTo(new PasswordStrength(0, false, "Use at most 200 characters"));
        var hash = passwords.hash(longest + "!");
        assertThat(passwords.matches(longest + "!", hash)).isFalse();
    }

    /** Short words of an address, like "de", stand in every password. */
    @Test
    void wordsOfTwoLettersTakeNothingFromAPassword() {
        assertThat(passwords
                        .judge("undefended modes decode", List.of("de", "a@b.de"))
                        .acceptable())
                .isTrue();
    }

    @Property(tries = 40)
    void whateverIsTypedIsJudged(@ForAll @StringLength(max = 260) String password) {
        var strength = passwords.judge(password, IDA);
        assertThat(strength.score()).isBetween(0, 4);
        assertThat(strength.acceptable() && password.length() < 12).isFalse();
    }

    @Test
    void onlyThePasswordItselfMatchesAndNobodysMatchesNothing() {
        var hash = passwords.hash("correct horse battery staple");
        assertThat(hash).startsWith("{pbkdf2-1000}").doesNotContain("correct");
        assertThat(passwords.matches("correct horse battery staple", hash)).isTrue();
        assertThat(passwords.matches("Correct horse battery staple", hash)).isFalse();
        assertThat(passwords.matches("nobody signs in with this", null)).isFalse();
        assertThat(passwords.hash("correct horse battery staple")).as("salted").isNotEqualTo(hash);
    }

    /** An operator may set more rounds, and fewer again: nobody is shut out by either. */
    @Test
    void aHashOfOtherRoundsIsReadAndKnownToBeOutdated() {
        var dearer = new Passwords(2_000);
        var before = passwords.hash("correct horse battery staple");
        assertThat(passwords.isOutdated(before)).isFalse();
        assertThat(dearer.isOutdated(before)).isTrue();
        assertThat(dearer.matches("correct horse battery staple", before)).isTrue();
        assertThat(dearer.matches("another horse battery staple", before)).isFalse();
        assertThat(passwords.matches("correct horse battery staple", dearer.hash("correct horse battery staple")))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.matches("correct", "{bcrypt}$2a$10$abc"));
    }
}
