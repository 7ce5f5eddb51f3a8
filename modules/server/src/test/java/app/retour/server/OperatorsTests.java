package app.retour.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.app.security.Browser;
import app.retour.journeys.portal.Shopper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's "For operators", done word for word: by processes that know nothing but their environment, one replica from the
 * jar and one from what is in the image.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsTests {
    private static final int BY_SIGTERM = 128 + 15;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Premises premises;

    @SuppressWarnings("NullAway.Init")
    private Started one;

    @SuppressWarnings("NullAway.Init")
    private Started two;

    @SuppressWarnings("NullAway.Init")
    private Tenant tenant;

    @BeforeAll
    void aBareDatabase() {
        premises = Premises.in(folder);
        Image.extractTo(folder.resolve("image"));
    }

    @AfterAll
    void stop() {
        if (one != null) {
            one.close();
        }
        if (two != null) {
            two.close();
        }
    }

    @Test
    @Order(1)
    void aMigrationThatIsKilledIsTakenUpByTheNextWhichWaitedForIt() throws SQLException {
        try (var schema = premises.database().as("postgres");
                var notes = premises.database().as("postgres");
                var inTheWay = schema.createStatement();
                var ofNotes = notes.createStatement()) {
            schema.setAutoCommit(false);
            notes.setAutoCommit(false);
            // Holds it up in the middle, and then where it notes that the changeset of this schema ran.
            inTheWay.execute("create schema returns");
            try (var killed = premises.migrate()) {
                premises.awaitWaiting(killed, "transactionid");
                ofNotes.execute("lock table public.databasechangelog in exclusive mode");
                schema.rollback();
                premises.awaitWaiting(killed, "relation");
                try (var next = premises.migrate()) {
                    next.awaitSaying("Another migration runs on this database");
                    killed.kill();
                    notes.rollback();
                    assertThat(next.exitCode()).as(next::said).isZero();
                }
            }
        }
        assertThat(premises.changesets()).isEqualTo(Premises.allChangesets());
    }

    @Test
    @Order(2)
    void migratingAgainChangesNothing() throws SQLException {
        try (var again = premises.migrate()) {
            assertThat(again.exitCode()).as(again::said).isZero();
        }
        assertThat(premises.changesets()).isEqualTo(Premises.allChangesets());
    }

    @Test
    @Order(3)
    void whoSignedUpAtOneReplicaIsAtHomeAtTheOther() {
        one = Started.jar(premises.ofReplica(0), "serve");
        two = Started.image(folder.resolve("image"), premises.ofReplica(1), "serve");
        one.awaitReady(premises.managementPort(0));
        two.awaitReady(premises.managementPort(1));

        tenant = Tenant.signedUp(premises.port(0));
        tenant.sellsALamp("1001");
        var decision = Shopper.of(premises.port(1), tenant.slug())
                .find("1001", Tenant.SHOPPER)
                .pick("Lamp")
                .because("mind", "")
                .submit(Map.of());
        assertThat(decision.status()).as(decision.text()).isEqualTo(200);
        for (var port : new int[] {premises.port(0), premises.port(1)}) {
            assertThat(tenant.returnsSeenAt(port)).as("at " + port).containsExactly("R-1001");
        }
        assertThat(tenant.atOther(premises.port(1)).get(tenant.uploadsAFile()).status())
                .as("a file of the folder that both have")
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void whatItTellsOfItselfIsNotForThePublic() {
        var publicly = Browser.local(premises.port(0));
        var measures = Browser.local(premises.managementPort(0));
        assertThat(measures.get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(publicly.get("/actuator/prometheus").status()).isNotEqualTo(200);
        assertThat(measures.get("/actuator/sbom/application").status()).isEqualTo(404);
        assertThat(publicly.get("/livez").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void staffAndShoppersHaveHostsOfTheirOwn() {
        var staff = tenant.atOther(premises.port(0));
        var astray = staff.astrayAt("localhost");
        var who = "{ viewer { name } }";
        assertThat(staff.graphql(who, Map.of()).at("/data/viewer/name").asString())
                .isNotBlank();
        assertThat(astray.graphql(who, Map.of()).at("/code").asString()).isEqualTo("WRONG_HOST");
        assertThat(astray.get("/session").status()).isEqualTo(404);
        assertThat(astray.get("/admin/").status()).isEqualTo(404);
        assertThat(astray.get("/r/" + tenant.slug()).status()).isEqualTo(200);
        assertThat(staff.get("/r/" + tenant.slug()).status()).isEqualTo(404);
        assertThat(astray.get("/admin/", "X-Forwarded-Host", "127.0.0.1").status())
                .as("whatever is written beside the host")
                .isEqualTo(404);
    }

    /** The image's files are all of 1970: a browser that asked by age would keep those of an earlier release. */
    @Test
    @Order(5)
    void theFilesOfTheAdminAreKnownByTheirContent() {
        for (var port : new int[] {premises.port(0), premises.port(1)}) {
            var file = new Browser(port).get("/admin/mail-frame.js");
            if (file.status() == 200) {
                assertThat(file.header("Last-Modified")).isEmpty();
                assertThat(new Browser(port)
                                .get("/admin/mail-frame.js", "If-None-Match", file.header("ETag"))
                                .status())
                        .isEqualTo(304);
                var page = new Browser(port).get("/admin/index.html");
                assertThat(page.header("Last-Modified")).isEmpty();
                assertThat(new Browser(port)
                                .get("/admin/index.html", "If-None-Match", page.header("ETag"))
                                .status())
                        .as("each has a nonce of its own")
                        .isEqualTo(200);
            } else {
                assertThat(System.getProperty("web.skip")).isEqualTo("true");
            }
        }
    }

    @Test
    @Order(6)
    void everyStoredDecisionIsJudgedAsBefore() {
        // With the environment of a replica that runs, as one who steps into its container has it.
        try (var recompute = Started.jar(premises.ofReplica(0), "recompute")) {
            assertThat(recompute.exitCode()).as(recompute::said).isZero();
            assertThat(recompute.said()).contains("1 decisions, 0 differ");
        }
    }

    @Test
    @Order(7)
    void whatNobodyCouldHearIsListedAndGivenAgain() {
        try (var parked = Started.jar(premises.ofReplica(0), "parked");
                var retry = Started.jar(premises.ofReplica(0), "retry")) {
            assertThat(parked.exitCode()).as(parked::said).isZero();
            assertThat(parked.said()).contains("0 events are parked");
            assertThat(retry.exitCode()).as(retry::said).isZero();
            assertThat(retry.said()).contains("0 events go to their listeners again");
        }
    }

    @Test
    @Order(8)
    void anUnknownTaskIsRefusedAndStartsNothing() {
        try (var mistyped = Started.jar(premises.ofReplica(0), "migrat")) {
            assertThat(mistyped.exitCode()).isEqualTo(2);
            assertThat(mistyped.said()).contains("There is no `migrat`; one of: serve, migrate");
        }
        try (var forgotten = Started.jar(Map.of(), "migrate")) {
            assertThat(forgotten.exitCode()).isEqualTo(2);
            assertThat(forgotten.said()).contains("SPRING_DATASOURCE_URL is not set");
        }
    }

    @Test
    @Order(9)
    void aReplicaThatIsToldToStopAnswersWhatItWasAskedBefore() throws SQLException {
        var browser = tenant.atOther(premises.port(1));
        try (var connection = premises.database().as("postgres");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // What no job looks at, so that who waits for it is the request.
            statement.execute("lock table tenants.api_client in access exclusive mode");
            var underWay = CompletableFuture.supplyAsync(
                    () -> browser.graphql("{ apiClients(first: 1) { pageInfo { hasNextPage } } }", Map.of()));
            premises.awaitWaiting(two, "relation");
            two.terminate();
            two.awaitSaying("Commencing graceful shutdown");
            assertThatThrownBy(() -> tenant.atOther(premises.port(1)).get("/livez"))
                    .as("nobody new is let in")
                    .hasRootCauseInstanceOf(IOException.class);
            assertThat(underWay).isNotDone();
            connection.rollback();
            var answer = underWay.join();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.at("/data/apiClients/pageInfo/hasNextPage").asString())
                    .as(answer.body())
                    .isEqualTo("false");
        }
        assertThat(two.exitCode()).as(two::said).isEqualTo(BY_SIGTERM);
        assertThat(tenant.returnsSeenAt(premises.port(0)))
                .as("the other goes on")
                .containsExactly("R-1001");
    }

    @Test
    @Order(10)
    void theMasterKeyIsExchanged() {
        var environment = premises.ofReplica(1);
        environment.put("RETOUR_OTHER_MASTER_KEYS", environment.get("RETOUR_MASTER_KEY"));
        environment.put("RETOUR_MASTER_KEY", "another key for tests, of thirty-two bytes or more");
        try (var rotate = Started.jar(environment, "rotate")) {
            assertThat(rotate.exitCode()).as(rotate::said).isZero();
            assertThat(rotate.said())
                    .containsPattern(
                            "[1-9][0-9]* secrets sealed under RETOUR_MASTER_KEY that were not before, 0 cannot be read")
                    .contains("no other master key is needed any more");
        }
    }
}
