package app.retour.tenants.people;

import app.retour.tenants.secrets.SealedColumn;
import app.retour.tenants.secrets.Secrets;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Codes of authenticator apps (RFC 6238: SHA-1, 30 seconds, 6 digits, which every app understands). */
@Component
class Totp {
    static final String PURPOSE = "totp seed";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int SEED = 20;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Secrets secrets;
    private final Clock clock;

    Totp(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @Bean
    static SealedColumn sealedAuthenticators() {
        return SealedColumn.ofNobody("tenants.person", "totp_seed", PURPOSE);
    }

    record Seed(byte[] sealed, TotpSecret shown) {}

    Seed newSeed(String email) {
        var seed = Secrets.random(SEED);
        var text = base32(seed);
        var uri = "otpauth://totp/Retour:%s?secret=%s&issuer=Retour"
                .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8), text);
        return new Seed(secrets.seal(PURPOSE, seed), new TotpSecret(uri, text));
    }

    /** The time step whose code this is, at most one step off; empty for a wrong code. */
    OptionalLong step(byte[] sealedSeed, String code) {
        var digits = code.replace(" ", "");
        if (!CODE.matcher(digits).matches()) {
            return OptionalLong.empty();
        }
        var key = new SecretKeySpec(secrets.open(PURPOSE, sealedSeed), generator.getAlgorithm());
        var length = generator.getTimeStep().toMillis();
        var now = clock.instant().toEpochMilli() / length;
        try {
            for (var step = now - 1; step <= now + 1; step++) {
                var expected = generator.generateOneTimePassword(key, java.time.Instant.ofEpochMilli(step * length));
                if (expected == Integer.parseInt(digits)) {
                    return OptionalLong.of(step);
                }
            }
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
        return OptionalLong.empty();
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var next : bytes) {
            buffer = (buffer << 8 | next & 0xFF) & 0xFFFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        return text.toString();
    }
}
