package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RememberedTokensTests {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final JWK KEY =
            new OctetSequenceKey.Builder(new byte[32]).keyID("k1").build();

    private final Map<String, List<JWK>> keys = new HashMap<>(Map.of("k1", List.of(KEY)));
    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final RememberedTokens tokens =
            new RememberedTokens(new Decoder(), times, name -> keys.getOrDefault(name, List.of()));
    private int checked;

    RememberedTokensTests() {
        setNow(NOW);
    }

    @Test
    void aSignatureIsCheckedOnce() {
        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        assertThat(checked).isEqualTo(1);
        tokens.decode("b");
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void aTokenThatIsOverIsRefusedThoughItWasGood() {
        tokens.decode("a");
        setNow(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1));
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aTokenWhoseKeyIsNotOursAnyMoreIsCheckedAgain() {
        tokens.decode("a");
        keys.clear();
        tokens.decode("a");
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void anotherKeyOfTheSameNameProvesNothing() {
        tokens.decode("a");
        keys.put(
                "k1",
                List.of(new OctetSequenceKey.Builder(new byte[33]).keyID("k1").build()));
        tokens.decode("a");
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void aForgedOneIsRefusedEachTime() {
        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).isEqualTo(2);
    }

    private void setNow(Instant now) {
        times.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Good for ten minutes, as Retour's are. */
    private final class Decoder implements JwtDecoder {
        @Override
        public Jwt decode(String token) {
            checked++;
            var jwt = Jwt.withTokenValue(token)
                    .header("kid", "k1")
                    .claim("sub", "x")
                    .issuedAt(NOW)
                    .expiresAt(NOW.plus(Duration.ofMinutes(10)))
                    .build();
            if (token.equals("forged") || times.validate(jwt).hasErrors()) {
                throw new BadJwtException("Not ours, or over");
            }
            return jwt;
        }
    }
}
