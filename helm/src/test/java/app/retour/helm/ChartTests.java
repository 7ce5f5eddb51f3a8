package app.retour.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTests {

    private static final String CONTAINER = "spec/template/spec/containers/0/";
    private static final Map<String, ?> PLAIN_MIGRATION = Map.of("migration.hook", false);

    @Test
    void theChartHasNothingToComplainAbout() {
        var lint = RenderedChart.linted();
        assertThat(lint.isFailed())
                .as(() -> String.join("\n", lint.getMessages()))
                .isFalse();
    }

    @Test
    void theDefaultsRenderWhatAReleaseNeedsAndNothingOptional() {
        assertThat(RenderedChart.with(Map.of()).kinds())
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "ConfigMap",
                        "PersistentVolumeClaim",
                        "Service",
                        "Deployment",
                        "PodDisruptionBudget");
    }

    @Test
    void theMigrationRunsFirst() throws IOException {
        var template = Files.readString(Path.of("retour/templates/migration.yaml"));
        assertThat(template).contains("helm.sh/hook: pre-install,pre-upgrade");
        assertThat(RenderedChart.with(Map.of()).kinds()).doesNotContain("Job");
        assertThat(RenderedChart.with(PLAIN_MIGRATION).only("Job").at("metadata/annotations"))
                .isNull();
    }

    @Test
    void theMigrationAloneActsAsTheOwnerOfTheSchemas() {
        var chart = RenderedChart.with(PLAIN_MIGRATION);
        var job = chart.only("Job");
        assertThat(job.at(CONTAINER + "args")).isEqualTo(List.of("migrate"));
        assertThat(secretsOf(job)).containsOnly("retour-database-owner");
        assertThat(secretsOf(chart.only("Deployment")))
                .contains("retour-database", "retour-master-key")
                .doesNotContain("retour-database-owner");
        assertThat(job.at("spec/template/spec/serviceAccountName"))
                .as("a hook runs before the release's own account exists")
                .isNull();
        assertThat(chart.only("ConfigMap").at("data/SPRING_LIQUIBASE_ENABLED")).isEqualTo("false");
    }

    @Test
    void furtherMasterKeysMayStandBesideTheFirst() {
        var deployment =
                RenderedChart.with(Map.of("masterKey.others", "keys-of-before")).only("Deployment");
        assertThat(deployment.list(CONTAINER + "env").stream().map(Object.class::cast))
                .contains(Map.of(
                        "name",
                        "RETOUR_OTHER_MASTER_KEYS",
                        "valueFrom",
                        Map.of(
                                "secretKeyRef",
                                Map.of("name", "retour-master-key", "key", "keys-of-before", "optional", true))));
    }

    @Test
    void theMigrationIsNeverBehindTheService() {
        var chart = RenderedChart.with(PLAIN_MIGRATION);
        var selected = chart.only("Service").map("spec/selector");
        var labels = chart.only("Job").map("spec/template/metadata/labels");
        assertThat(labels.entrySet().containsAll(selected.entrySet())).isFalse();
    }

    @Test
    void aReplicaIsProbedOnItsManagementPortAndGivenTimeToFinish() {
        var chart = RenderedChart.with(Map.of("shutdownSeconds", 60));
        var deployment = chart.only("Deployment");
        assertThat(deployment.at(CONTAINER + "livenessProbe/httpGet"))
                .isEqualTo(Map.of("path", "/actuator/health/liveness", "port", "management"));
        assertThat(deployment.at(CONTAINER + "readinessProbe/httpGet"))
                .isEqualTo(Map.of("path", "/actuator/health/readiness", "port", "management"));
        assertThat(deployment.at(CONTAINER + "startupProbe/failureThreshold")).isEqualTo(30);
        assertThat(deployment.at("spec/template/spec/terminationGracePeriodSeconds"))
                .isEqualTo(60);
        var settings = chart.only("ConfigMap");
        assertThat(settings.at("data/SERVER_SHUTDOWN")).isEqualTo("graceful");
        assertThat(settings.at("data/RETOUR_TRUSTED_PROXIES")).isEqualTo("10\\.\\d+\\.\\d+\\.\\d+");
        assertThat(settings.at("data/SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE")).isEqualTo("50s");
        assertThat(deployment.at("spec/strategy/rollingUpdate/maxUnavailable")).isEqualTo(0);
    }

    /** Which mails had left, a container that was killed tells the next one of its pod. */
    @Test
    void theJournalOfMailsLiesOnAVolumeOfThePodAlone() {
        var chart = RenderedChart.with(Map.of());
        assertThat(chart.only("ConfigMap").map("data").toString())
                .as("among the temporary files")
                .doesNotContain("RETOUR_MAIL_JOURNAL");
        var deployment = chart.only("Deployment");
        assertThat(deployment.list(CONTAINER + "volumeMounts").toString()).contains("name=tmp, mountPath=/tmp");
        assertThat(deployment.list("spec/template/spec/volumes").toString()).contains("name=tmp, emptyDir=");
    }

    @Test
    void onlyThePublicPortIsBehindTheService() {
        var chart = RenderedChart.with(Map.of());
        assertThat(chart.only("Service").list("spec/ports"))
                .singleElement()
                .isEqualTo(Map.of("name", "http", "port", 80, "targetPort", "http"));
    }

    @Test
    void measuresAreScrapedAtThePodsAndReachNobodyThroughTheService() {
        var chart = RenderedChart.with(Map.of("podMonitor.enabled", true, "podMonitor.labels.release", "prometheus"));
        var monitor = chart.only("PodMonitor");
        assertThat(monitor.at("spec/podMetricsEndpoints/0/port")).isEqualTo("management");
        assertThat(monitor.at("spec/podMetricsEndpoints/0/path")).isEqualTo("/actuator/prometheus");
        assertThat(monitor.map("spec/selector/matchLabels"))
                .isEqualTo(chart.only("Deployment").map("spec/selector/matchLabels"));
        assertThat(monitor.at("metadata/labels/release")).isEqualTo("prometheus");
        assertThat(chart.only("Deployment").at(CONTAINER + "ports/1"))
                .isEqualTo(Map.of("name", "management", "containerPort", 8081));
        assertThat(chart.only("ConfigMap").at("data/MANAGEMENT_SERVER_PORT")).isEqualTo("8081");
    }

    @Test
    void theDatabaseIsVerifiedByTheMigrationAndEveryReplica() {
        var chart = RenderedChart.with(PLAIN_MIGRATION);
        var verified =
                "jdbc:postgresql://postgres:5432/retour?sslmode=verify-full&sslrootcert=/etc/retour/database/ca.crt";
        assertThat(chart.only("ConfigMap").at("data/SPRING_DATASOURCE_URL")).isEqualTo(verified);
        assertThat(chart.only("ConfigMap").at("data/SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED"))
                .as("and the mail server is spoken to by TLS")
                .isEqualTo("true");
        assertThat(chart.only("Job").at(CONTAINER + "env/0"))
                .isEqualTo(Map.of("name", "SPRING_DATASOURCE_URL", "value", verified));
        for (var kind : List.of("Deployment", "Job")) {
            var workload = chart.only(kind);
            assertThat(workload.list(CONTAINER + "volumeMounts").toString())
                    .contains("name=database-ca, mountPath=/etc/retour/database, readOnly=true");
            assertThat(workload.list("spec/template/spec/volumes").toString())
                    .contains("secretName=retour-database-ca", "path=ca.crt");
        }
    }

    @Test
    void aDatabaseThatAPublicAuthorityVouchesForNeedsNoSecret() {
        var chart = RenderedChart.with(Map.of(
                "database.tls.caSecret",
                "",
                "database.url",
                "jdbc:postgresql://db.example.com/retour?ApplicationName=retour"));
        assertThat(chart.only("ConfigMap").at("data/SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://db.example.com/retour?ApplicationName=retour&sslmode=verify-full"
                        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(chart.only("Deployment").list("spec/template/spec/volumes").toString())
                .doesNotContain("database-ca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=disable",
                "sslmode=require",
                "ssl=false",
                "sslfactory=org.postgresql.ssl.NonValidatingFactory"
            })
    void anAddressThatVerifiesLessIsRefusedUnlessSomebodySaysSo(String parameter) {
        var url = "jdbc:postgresql://postgres:5432/retour?" + parameter;
        assertThatThrownBy(() -> RenderedChart.with(Map.of("database.url", url)))
                .hasMessageContaining("database.tls.allowPlaintext");
        var allowed = RenderedChart.with(Map.of("database.url", url, "database.tls.allowPlaintext", true));
        assertThat(allowed.only("ConfigMap").at("data/SPRING_DATASOURCE_URL")).isEqualTo(url);
        assertThat(allowed.only("Deployment").list("spec/template/spec/volumes").toString())
                .doesNotContain("database-ca");
    }

    @Test
    void noPodRunsAsRootOrHoldsATokenOfTheCluster() {
        var chart = RenderedChart.with(PLAIN_MIGRATION);
        for (var kind : List.of("Deployment", "Job")) {
            var workload = chart.only(kind);
            assertThat(workload.at("spec/template/spec/securityContext/runAsNonRoot"))
                    .isEqualTo(true);
            assertThat(workload.at("spec/template/spec/automountServiceAccountToken"))
                    .isEqualTo(false);
            assertThat(workload.at(CONTAINER + "securityContext/readOnlyRootFilesystem"))
                    .isEqualTo(true);
            assertThat(workload.at(CONTAINER + "securityContext/capabilities/drop"))
                    .isEqualTo(List.of("ALL"));
        }
    }

    @Test
    void theIngressServesThePublicAddressAndAutoscalingOwnsTheReplicas() {
        var chart = RenderedChart.with(Map.of(
                "ingress.enabled",
                true,
                "ingress.tlsSecret",
                "retour-tls",
                "autoscaling.enabled",
                true,
                "publicUrl",
                "https://returns.shop.test"));
        var ingress = chart.only("Ingress");
        assertThat(ingress.at("spec/rules/0/host")).isEqualTo("returns.shop.test");
        assertThat(chart.only("ConfigMap").at("data/RETOUR_PUBLIC_URL")).isEqualTo("https://returns.shop.test");
        assertThat(ingress.at("spec/tls/0/secretName")).isEqualTo("retour-tls");
        assertThat(chart.only("HorizontalPodAutoscaler").at("spec/maxReplicas")).isEqualTo(6);
        assertThat(chart.only("Deployment").at("spec/replicas")).isNull();
    }

    @Test
    void staffAndShoppersMayHaveHostsOfTheirOwn() {
        var chart = RenderedChart.with(Map.of(
                "ingress.enabled",
                true,
                "ingress.tlsSecret",
                "retour-tls",
                "publicUrl",
                "https://returns.shop.test",
                "adminUrl",
                "https://staff.shop.test",
                "portalHosts[0]",
                "help.other.test"));
        var settings = chart.only("ConfigMap");
        assertThat(settings.at("data/RETOUR_ADMIN_URL")).isEqualTo("https://staff.shop.test");
        assertThat(settings.at("data/RETOUR_PORTAL_HOSTS")).isEqualTo("help.other.test");
        var ingress = chart.only("Ingress");
        assertThat(ingress.list("spec/rules").stream().map(rule -> new RenderedChart.Node(rule).at("host")))
                .containsExactly("returns.shop.test", "staff.shop.test", "help.other.test");
        assertThat(ingress.list("spec/tls/0/hosts"))
                .isEqualTo(List.of("returns.shop.test", "staff.shop.test", "help.other.test"));
        assertThat(RenderedChart.with(Map.of()).only("ConfigMap").at("data/RETOUR_ADMIN_URL"))
                .as("empty: shared, and a replica says so at its start")
                .isEqualTo("");
    }

    @Test
    void aClaimThatExistsIsUsedInsteadOfANewOne() {
        var chart = RenderedChart.with(Map.of("files.existingClaim", "photos"));
        assertThat(chart.kinds()).doesNotContain("PersistentVolumeClaim");
        assertThat(chart.only("Deployment").at("spec/template/spec/volumes/0/persistentVolumeClaim/claimName"))
                .isEqualTo("photos");
    }

    @ParameterizedTest
    @CsvSource({
        "replicaCount, two, replicaCount",
        "database.url, mysql://db, url",
        "publicUrl, returns.example.com/, publicUrl",
        "adminUrl, staff.example.com, adminUrl",
        "portalHosts[0], https://help.shop.test, portalHosts",
        "service.port, 70000, port",
        "ingres.enabled, true, ingres",
        "files.size, lots, size",
        "masterKey.secret, '', secret",
        "masterKey.others, a key, others",
    })
    void aBrokenValueIsNamedAndRendersNothing(String name, String value, String named) {
        assertThatThrownBy(() -> RenderedChart.with(Map.of(name, value))).hasMessageContaining(named);
    }

    @Test
    void anAutoscalerThatCannotBeIsRefused() {
        assertThatThrownBy(() -> RenderedChart.with(Map.of(
                        "autoscaling.enabled", true, "autoscaling.minReplicas", 9, "autoscaling.maxReplicas", 3)))
                .hasMessageContaining("minReplicas must not exceed");
    }

    @Test
    void everyValueSaysWhatItIsFor() throws IOException {
        var lines = Files.readAllLines(Path.of("retour/values.yaml"));
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var isKey = line.matches("\\s*[A-Za-z]+:.*") && !line.matches("\\s+(requests|limits):.*");
            if (isKey) {
                assertThat(i == 0 ? "" : lines.get(i - 1).strip()).as(line).startsWith("# -- ");
            }
        }
    }

    private static List<Object> secretsOf(RenderedChart.Node workload) {
        var environment = workload.list(CONTAINER + "env");
        return environment.stream()
                .map(RenderedChart.Node::new)
                .map(variable -> variable.at("valueFrom/secretKeyRef/name"))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .distinct()
                .toList();
    }
}
