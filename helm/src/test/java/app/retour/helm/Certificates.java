package app.retour.helm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server's certificate, the authority that signed it, and one that signed nothing; made by the JDK's own tool. */
record Certificates(Path folder, KeyStore keys) {
    private static final String PASSWORD = "changeit";

    /** @param host whom the authority vouches for, by DNS name */
    static Certificates of(String host, Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(folder);
        var store = folder.resolve("keys.p12");
        keytool(store, "authority", "-ext", "bc:c");
        keytool(store, "server", "-signer", "authority", "-ext", "san=dns:" + host);
        keytool(store, "another", "-ext", "bc:c");
        return new Certificates(folder, KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    }

    /** @param alias authority, server or another */
    Path certificate(String alias) throws IOException, GeneralSecurityException {
        return written(alias + ".crt", "CERTIFICATE", keys.getCertificate(alias).getEncoded());
    }

    /** Readable by its owner alone, or PostgreSQL does not take it. */
    Path serversKey() throws IOException, GeneralSecurityException {
        var key = keys.getKey("server", PASSWORD.toCharArray());
        var file = written("server.key", "PRIVATE KEY", key.getEncoded());
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path written(String name, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines));
    }

    private static void keytool(Path store, String alias, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30"));
        command.addAll(List.of(more));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(tool.getInputStream().readAllBytes(), US_ASCII);
        if (tool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
