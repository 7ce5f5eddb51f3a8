package app.retour.tenants.people;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** People's passwords: judged offline by zxcvbn, kept as PBKDF2 hashes. */
@Component
public class Passwords {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    /** Judging more takes long and says nothing new. */
    private static final int JUDGED = 72;

    private static final int GOOD_ENOUGH = 3;
    /** Characters that a password must have besides names and addresses. */
    private static final int OWN_PART = 8;

    /** What OWASP asks of PBKDF2 with SHA-256, and the least that is taken. */
    static final int ROUNDS = 600_000;

    private static final String TESTS = "retour.testkit.TestProperties";
    private static final int SALT = 16;
    private final PasswordEncoder encoder;
    private final Zxcvbn zxcvbn = new Zxcvbn();
    /** Compared when there is no account, so that the answer takes as long. */
    private final String nobodys;

    /** @param rounds more than the least make guessing dearer; fewer are taken by tests only, which sign in all the time */
    Passwords(@Value("${retour.passwords.rounds:600000}") int rounds) {
        this.encoder = encoder(roundsOf(rounds, ClassUtils.isPresent(TESTS, Passwords.class.getClassLoader())));
        this.nobodys = hash("nobody signs in with this");
    }

    /** No deployable has the test kit on its class path. */
    static int roundsOf(int asked, boolean besideTests) {
        return besideTests ? asked : Math.max(asked, ROUNDS);
    }

    /**
     * A hash does not tell its number of rounds, so its name does. The first ones, of 310,000, have none in it; they are
     * compared still, and made anew when somebody signs in.
     */
    private static PasswordEncoder encoder(int rounds) {
        var encoders = new HashMap<String, PasswordEncoder>();
        encoders.put("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
        encoders.put(nameOf(ROUNDS), pbkdf2(ROUNDS));
        encoders.put(nameOf(rounds), pbkdf2(rounds));
        var encoder = new DelegatingPasswordEncoder(nameOf(rounds), encoders);
        encoder.setDefaultPasswordEncoderForMatches(new OfOtherRounds());
        return encoder;
    }

    /** Reads hashes of a number of rounds that was set before, and is no more. */
    private static final class OfOtherRounds implements PasswordEncoder {
        private static final Pattern HASH = Pattern.compile("\\{pbkdf2-(?<rounds>\\d{1,8})}(?<hash>.+)");

        @Override
        public String encode(@Nullable CharSequence password) {
            throw new UnsupportedOperationException("New hashes are made by the rounds that are set");
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            var known = HASH.matcher(String.valueOf(hash));
            if (!known.matches()) {
                throw new IllegalArgumentException("This is no hash of a password");
            }
            return pbkdf2(Integer.parseInt(known.group("rounds"))).matches(password, known.group("hash"));
        }
    }

    private static String nameOf(int rounds) {
        return "pbkdf2-" + rounds;
    }

    private static PasswordEncoder pbkdf2(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /** @param context words that must not make a password: names, the e-mail */
    public PasswordStrength judge(String password, List<String> context) {
        if (password.length() > LONGEST) {
            return new PasswordStrength(0, false, "Use at most 200 characters");
        }
        var words = context.stream()
                .limit(10)
                .map(word -> word.substring(0, Math.min(word.length(), JUDGED)))
                .flatMap(word -> Stream.concat(Stream.of(word), Arrays.stream(word.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2)
                .toList();
        var strength = zxcvbn.measure(password.substring(0, Math.min(password.length(), JUDGED)), words);
        var advice = strength.getFeedback().getWarning();
        if (advice == null || advice.isBlank()) {
            advice = String.join(" ", strength.getFeedback().getSuggestions());
        }
        if (password.length() < SHORTEST) {
            advice = "Use 12 characters or more; four random words are good";
        }
        if (ownPart(password, words) < OWN_PART) {
            return new PasswordStrength(1, false, "Use more than your names and your address");
        }
        return new PasswordStrength(
                strength.getScore(),
                strength.getScore() >= GOOD_ENOUGH && password.length() >= SHORTEST,
                advice.isBlank() ? null : advice);
    }

    /** What is left without the words that others know of them. */
    private static int ownPart(String password, List<String> words) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : words) {
            rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return rest.length();
    }

    void require(String password, List<String> context) {
        var strength = judge(password, context);
        if (!strength.acceptable()) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "This password is easy to guess. "
                            + (strength.advice() == null ? "Use a longer one" : strength.advice()),
                    "password");
        }
    }

    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** Whether a hash was made by fewer rounds than are made now. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes the same time whether or not there is a hash. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        var matches = compared(password, hash == null ? nobodys : hash);
        return hash != null && matches;
    }

    /** The slow part, once for each answer. */
    boolean compared(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
