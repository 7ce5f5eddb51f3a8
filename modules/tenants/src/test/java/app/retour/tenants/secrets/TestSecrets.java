package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.MasterKeys;

/** Without a database: the hashing key is what a master key says it is. */
public final class TestSecrets {
    private TestSecrets() {}

    public static Secrets under(String masterKey) {
        return new Secrets(new EnvelopeEncryption(MasterKeys.of(masterKey, "")), () -> masterKey.getBytes(UTF_8));
    }
}
