package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

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

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "pbkdf2", Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final Zxcvbn zxcvbn = new Zxcvbn();
    /** Compared when there is no account, so that the answer takes as long. */
    private final String nobodys = hash("nobody signs in with this");

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

    /** What is left without the words that others know of her. */
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
