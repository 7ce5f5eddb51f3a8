package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** By real connections to a Tomcat that is set up as the application's. */
class HttpTwoOverTlsTests {
    private static final String SECRET = "a secret of this test";

    @TempDir
    private Path folder;

    @Test
    void byTlsItSpeaksHttpTwo() throws Exception {
        var keys = keys();
        assertThat(spoken("https", tls(keys), trusting(keys))).isEqualTo(Version.HTTP_2);
    }

    @Test
    void withoutTlsNobodyUpgradesPastTheProxy() throws Exception {
        assertThat(spoken("http", null, SSLContext.getDefault())).isEqualTo(Version.HTTP_1_1);
    }

    private static Version spoken(String scheme, @Nullable Ssl ssl, SSLContext trust) throws Exception {
        var properties = new ServerProperties();
        var factory = new TomcatServletWebServerFactory(0);
        if (ssl != null) {
            properties.setSsl(ssl);
            factory.setSsl(ssl);
        }
        new HttpTwoOverTls(properties).customize(factory);
        WebServer server = factory.getWebServer();
        server.start();
        try (var client = HttpClient.newBuilder()
                .sslContext(trust)
                .version(Version.HTTP_2)
                .build()) {
            var address = URI.create(scheme + "://localhost:" + server.getPort() + "/");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .version();
        } finally {
            server.stop();
        }
    }

    private static Ssl tls(Path keys) {
        var ssl = new Ssl();
        ssl.setKeyStore(keys.toUri().toString());
        ssl.setKeyStorePassword(SECRET);
        return ssl;
    }

    /** A key of its own and a certificate for localhost, by the JDK that runs this. */
    private Path keys() throws IOException, InterruptedException {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                SECRET);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return file;
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) {
            store.load(file, SECRET.toCharArray());
        }
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setCertificateEntry("own", store.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(own);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
