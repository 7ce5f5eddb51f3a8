package app.retour.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that the chart makes of its defaults, at a real PostgreSQL that speaks TLS. */
class DatabaseOverTlsTests {
    /** Where the chart puts the Secret's certificate. */
    private static final String IN_THE_POD = "/etc/retour/database/ca.crt";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres server;

    @BeforeAll
    static void aServerWithACertificate() throws IOException, GeneralSecurityException, InterruptedException {
        certificates = Certificates.of("localhost", folder.resolve("certificates"));
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of(System.getProperty("retour.root", ".."), "target", "postgres", "binaries")
                                .toFile())
                .setDataDirectory(folder.resolve("data"))
                .setLocaleConfig("locale", "C")
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file", certificates.certificate("server").toString())
                .setServerConfig("ssl_key_file", certificates.serversKey().toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theServerThatTheAuthorityVouchesForIsSpokenToByTls()
            throws SQLException, IOException, GeneralSecurityException {
        try (var connection = connected("localhost", "authority");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            answer.next();
            assertThat(answer.getBoolean(1)).isTrue();
        }
    }

    @Test
    void aServerThatSomebodyElseVouchesForIsRefused() {
        assertThatThrownBy(() -> connected("localhost", "another"))
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void aServerOfAnotherNameIsRefused() {
        assertThatThrownBy(() -> connected("127.0.0.1", "authority"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("host");
    }

    private static Connection connected(String host, String trusted)
            throws SQLException, IOException, GeneralSecurityException {
        var chart = RenderedChart.with(
                Map.of("database.url", "jdbc:postgresql://%s:%d/postgres".formatted(host, server.getPort())));
        var address = String.valueOf(chart.only("ConfigMap").at("data/SPRING_DATASOURCE_URL"));
        assertThat(address).contains(IN_THE_POD);
        return DriverManager.getConnection(
                address.replace(IN_THE_POD, certificates.certificate(trusted).toString()), "postgres", "");
    }
}
