#!/usr/bin/env bash
# Spring Security OAuth2 Authorization Server 7.1.2 (spring-security-oauth2-authorization-server), OAuth2AuthorizationServerMetadata.
# Behaviour: metadata cannot be built without authorization_endpoint and response types, also when the only grant type is
#   client_credentials; a customizer of the metadata endpoint that takes them out makes the endpoint fail.
# Most would guess: RFC 8414 section 2 asks for authorization_endpoint unless no supported grant type uses it, so a server
#   that issues tokens to programs only can leave it out of what it tells.
# Seen: IllegalArgumentException: authorizationEndpoint cannot be null
# Run by hand: bash findings/spring-authorization-server-demands-an-authorization-endpoint.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>metadata</artifactId><version>1</version>
<dependencies><dependency><groupId>org.springframework.security</groupId>
<artifactId>spring-security-oauth2-authorization-server</artifactId><version>7.1.2</version></dependency></dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
cat > Metadata.java <<'JAVA'
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;

class Metadata {
    public static void main(String[] none) {
        try {
            System.out.println(OAuth2AuthorizationServerMetadata.builder()
                    .issuer("https://returns.example")
                    .tokenEndpoint("https://returns.example/oauth2/token")
                    .jwkSetUrl("https://returns.example/oauth2/jwks")
                    .grantType("client_credentials")
                    .tokenEndpointAuthenticationMethod("client_secret_basic")
                    .build()
                    .getClaims());
        } catch (IllegalArgumentException refused) {
            System.out.println("IllegalArgumentException: " + refused.getMessage());
        }
    }
}
JAVA
said=$(java -cp 'lib/*' Metadata.java 2>/dev/null)
echo "$said"
[ "$said" = "IllegalArgumentException: authorizationEndpoint cannot be null" ] \
    || { echo "The library lets it out now: look again"; exit 1; }
