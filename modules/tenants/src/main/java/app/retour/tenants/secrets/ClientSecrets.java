package app.retour.tenants.secrets;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of API clients' secrets. These are 256 random bits, so that one SHA-256 is as good as a slow hash. */
@Component
public class ClientSecrets implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
        return HexFormat.of().formatHex(Secrets.digest(String.valueOf(secret)));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null
                && hash != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
