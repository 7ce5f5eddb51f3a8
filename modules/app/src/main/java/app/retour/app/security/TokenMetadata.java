package app.retour.app.security;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a program may ask for tokens (RFC 8414): those that it gets by its own credentials, and nothing else. Spring's own
 * endpoint cannot leave out an authorization endpoint (7.1.2, {@code findings/}), and lists much that is not served here.
 */
@RestController
class TokenMetadata {
    static final String PATH = "/.well-known/oauth-authorization-server";
    private final AuthorizationServerSettings settings;

    TokenMetadata(AuthorizationServerSettings settings) {
        this.settings = settings;
    }

    @GetMapping(PATH)
    Map<String, Object> metadata() {
        var issuer = String.valueOf(settings.getIssuer());
        return Map.of(
                "issuer",
                issuer,
                "token_endpoint",
                issuer + settings.getTokenEndpoint(),
                "jwks_uri",
                issuer + settings.getJwkSetEndpoint(),
                "grant_types_supported",
                List.of("client_credentials"),
                "response_types_supported",
                List.of(),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"));
    }
}
