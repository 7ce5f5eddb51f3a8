package app.retour.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Origins;
import app.retour.api.Outage;
import java.sql.SQLTransientConnectionException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** A token is bad only where its keys could be read: the decoder (Spring Security 7.1.2) tells no difference. */
class KeysThatCannotBeReadTests {
    private static final String TOKEN =
            "%s.%s.%s".formatted(part("{\"alg\":\"RS256\",\"kid\":\"k\"}"), part("{\"sub\":\"s\"}"), part("signature"));

    @Test
    void aTokenIsNotCalledBadWhileItsKeysCannotBeRead() {
        var decoder = NimbusJwtDecoder.withJwkSource((_, _) -> {
                    throw new CannotGetJdbcConnectionException(
                            "away", new SQLTransientConnectionException("The database is away"));
                })
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> asked(decoder))
                .matches(Outage::isIn);
    }

    @Test
    void aTokenOfNoKeyOfOursIsBad() {
        var decoder = NimbusJwtDecoder.withJwkSource((_, _) -> List.of())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        assertThat(asked(decoder)).isInstanceOf(AuthenticationResult.BadToken.class);
    }

    @SuppressWarnings("NullAway") // who holds a token that nobody can read is asked for nowhere else
    private static AuthenticationResult asked(NimbusJwtDecoder decoder) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + TOKEN);
        return new CallerAuthenticator(null, new StaffCookie(Origins.of("http://localhost")), null, null, null, decoder)
                .atTheApi(request);
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
