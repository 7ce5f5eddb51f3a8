package app.retour.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of a token once, not at each request that bears it. Everything else is asked each time, as of a token
 * never seen: whether the key that signed it is still one of ours, and whether it is still in time. What does not hold any
 * more goes to the decoder, which says why.
 */
final class RememberedTokens implements JwtDecoder {
    private static final int MOST = 5_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Function<String, List<JWK>> keys;
    private final Cache<String, Proven> proven =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();

    /** @param keys those of its key's name when it was checked */
    private record Proven(Jwt token, List<JWK> keys) {}

    /**
     * @param validator the decoder's own
     * @param keys ours by their name, as the decoder finds them
     */
    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator, Function<String, List<JWK>> keys) {
        this.decoder = decoder;
        this.validator = validator;
        this.keys = keys;
    }

    @Override
    public Jwt decode(String token) {
        return Optional.ofNullable(proven.getIfPresent(token))
                .filter(this::holds)
                .map(Proven::token)
                .orElseGet(() -> proved(token));
    }

    private boolean holds(Proven seen) {
        return !validator.validate(seen.token).hasErrors() && seen.keys.equals(signers(seen.token));
    }

    private Jwt proved(String token) {
        var jwt = decoder.decode(token);
        var signers = signers(jwt);
        if (!signers.isEmpty()) {
            proven.put(token, new Proven(jwt, signers));
        }
        return jwt;
    }

    private List<JWK> signers(Jwt token) {
        return token.getHeaders().get("kid") instanceof String name ? keys.apply(name) : List.of();
    }
}
