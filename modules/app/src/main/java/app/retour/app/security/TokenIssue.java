package app.retour.app.security;

import app.retour.api.Origins;
import app.retour.tenants.secrets.SigningKeys;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** How access tokens of API clients are made and checked: short-lived JWTs that nobody stores. */
@Configuration(proxyBeanMethods = false)
class TokenIssue {
    @Bean
    AuthorizationServerSettings authorizationServerSettings(Origins origins) {
        return AuthorizationServerSettings.builder().issuer(origins.portal()).build();
    }

    /** The newest key signs. */
    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys, Origins origins) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var validator = JwtValidators.createDefaultWithIssuer(origins.portal());
        decoder.setJwtValidator(validator);
        return new RememberedTokens(
                decoder,
                validator,
                name -> keys.get(
                        new JWKSelector(new JWKMatcher.Builder().keyID(name).build()), null));
    }

    /** The client's id and tenant; all its scopes when it asked for none in particular. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> clientsTenant() {
        return context -> {
            var client = context.getRegisteredClient();
            context.getClaims()
                    .subject(client.getId())
                    .claim(
                            CallerAuthenticator.TENANT_CLAIM,
                            String.valueOf(client.getClientSettings().<Object>getSetting("retour.tenant")))
                    .claim(
                            "scope",
                            context.getAuthorizedScopes().isEmpty()
                                    ? List.copyOf(client.getScopes())
                                    : List.copyOf(context.getAuthorizedScopes()));
        };
    }

    @Bean
    OAuth2AuthorizationService nothingStored() {
        return new OAuth2AuthorizationService() {
            @Override
            public void save(OAuth2Authorization authorization) {
                // The token itself says all; a revoked client is asked for at each call.
            }

            @Override
            public void remove(OAuth2Authorization authorization) {
                // Nothing was stored.
            }

            @Override
            public @Nullable OAuth2Authorization findById(String id) {
                return null;
            }

            @Override
            public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
                return null;
            }
        };
    }
}
