package app.retour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The image agrees with the chart that runs it, and holds what the jar holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTests {
    private final Image image = Image.read();
    private final JsonNode config = image.config().at("/config");

    @Test
    void itServesUnlessItIsToldOtherwise() {
        assertThat(config.at("/Entrypoint").valueStream().map(JsonNode::asString))
                .containsExactly("java", "-cp", "@/app/jib-classpath-file", "app.retour.RetourApplication");
        assertThat(config.at("/Cmd").valueStream().map(JsonNode::asString)).containsExactly("serve");
    }

    @Test
    void itRunsAsTheChartSays() throws IOException {
        var pods = chart("_helpers.tpl");
        assertThat(config.at("/User").asString()).isEqualTo("10001:10001");
        assertThat(pods).contains("runAsUser: 10001", "runAsGroup: 10001", "readOnlyRootFilesystem: true");
        var replica = chart("deployment.yaml");
        assertThat(config.at("/ExposedPorts").propertyNames()).containsExactlyInAnyOrder("8080/tcp", "8081/tcp");
        assertThat(replica).contains("containerPort: 8080", "containerPort: 8081", "args: [serve]");
        assertThat(config.at("/Volumes").propertyNames()).containsExactly("/var/lib/retour/files");
        assertThat(replica).contains("mountPath: /var/lib/retour/files");
        assertThat(environment()).contains("RETOUR_FILES_DIRECTORY=/var/lib/retour/files");
        assertThat(chart("configmap.yaml")).contains("RETOUR_FILES_DIRECTORY: /var/lib/retour/files");
    }

    @Test
    void theChartNamesIt() throws IOException {
        var chart = Path.of(System.getProperty("retour.root"), "helm/retour");
        assertThat(Files.readString(chart.resolve("values.yaml"))).contains("repository: retour\n");
        var version = Files.readAllLines(chart.resolve("Chart.yaml")).stream()
                .filter(line -> line.startsWith("appVersion: "))
                .map(line -> line.substring("appVersion: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(image.tags()).contains("retour:" + version);
    }

    @Test
    void theHeapFollowsTheMemoryLimit() throws IOException {
        var options = chart("configmap.yaml")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("JAVA_TOOL_OPTIONS: "))
                .findFirst()
                .orElseThrow();
        assertThat(options)
                .contains("-XX:MaxRAMPercentage=", "-XX:+ExitOnOutOfMemoryError")
                .as("pictures are read behind everybody else")
                .contains("-XX:ThreadPriorityPolicy=1", "-XX:JavaPriority1_To_OSPriority=19");
        assertThat(environment())
                .as("the migration's pod is given no such setting, and needs the image's")
                .contains(options.replace(": ", "="));
    }

    @Test
    void itSaysWhatItIsAndIsMadeTheSameEachTime() {
        assertThat(config.at("/Labels/org.opencontainers.image.title").asString())
                .isEqualTo("Retour");
        assertThat(config.at("/Labels/org.opencontainers.image.version").asString())
                .isNotEmpty();
        assertThat(image.config().at("/created").asString()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void anUpgradePullsOnlyOurOwnLayers() {
        assertThat(image.layers().keySet())
                .containsExactly("dependencies", "project dependencies", "resources", "classes", "jvm arg files");
        assertThat(image.layers().get("dependencies")).noneMatch(file -> file.contains("SNAPSHOT"));
        assertThat(image.layers().get("project dependencies")).anyMatch(file -> file.contains("libs/returns-"));
    }

    @Test
    void itHoldsTheLibrariesOfTheJarAndNoOthers() {
        var libraries = image.files().stream()
                .filter(file -> file.endsWith(".jar"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                // Empty, and so left out of the jar by Boot.
                .filter(library -> !library.contains("-starter-"))
                .collect(Collectors.toSet());
        var ofTheJar = Deployable.libraries().stream()
                .filter(library -> !library.startsWith("spring-boot-jarmode-tools-"))
                .collect(Collectors.toSet());
        assertThat(libraries).isEqualTo(ofTheJar);
        assertThat(image.files()).contains("app/resources/META-INF/sbom/application.cdx.json");
    }

    private List<String> environment() {
        return config.at("/Env").valueStream().map(JsonNode::asString).toList();
    }

    private static String chart(String template) throws IOException {
        return Files.readString(Path.of(System.getProperty("retour.root"), "helm/retour/templates", template));
    }
}
