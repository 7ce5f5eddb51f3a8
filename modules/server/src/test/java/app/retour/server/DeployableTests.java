package app.retour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the jar, and what must not be. */
class DeployableTests {
    @Test
    void itStartsTheApplicationAndIsLaidInLayers() {
        var manifest = Deployable.manifest().getMainAttributes();
        assertThat(manifest.getValue("Main-Class")).isEqualTo("org.springframework.boot.loader.launch.JarLauncher");
        assertThat(manifest.getValue("Start-Class")).isEqualTo("app.retour.RetourApplication");
        var layers = Deployable.text("BOOT-INF/layers.idx");
        assertThat(layers).contains("- \"dependencies\":", "- \"application\":");
        assertThat(layers.substring(layers.indexOf("- \"application\":")))
                .as("our own modules change with each release, so they lie on top")
                .contains("BOOT-INF/lib/app-", "BOOT-INF/lib/returns-");
    }

    /** The launcher, what tests stand on, and what libraries bring along and nobody here calls. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded",
                "testkit",
                "benchmarks",
                "postgres-binaries",
                "junit",
                "assertj",
                "mockito",
                "awaitility",
                "greenmail",
                "jsoup",
                "jqwik",
                "sat4j",
                "subethasmtp",
                "-test",
                "-tests",
                "spring-boot-devtools",
                "archunit",
                "spring-modulith-core",
                "spring-modulith-moments",
                "jcommander",
                "opencsv",
                "jaxb-api-2",
                "commons-text",
                "jcl-over-slf4j",
                "jakarta.mail-2",
            })
    void thisIsNotInIt(String part) {
        assertThat(Deployable.libraries())
                .filteredOn(library -> library.contains(part) && !library.startsWith("tomcat-embed-"))
                .isEmpty();
        assertThat(Deployable.entries())
                .filteredOn(entry -> entry.endsWith(".txz"))
                .isEmpty();
    }

    @Test
    void itMigratesByTheLastLineOfLiquibaseThatIsOpenSource() {
        assertThat(Deployable.libraries())
                .filteredOn(library -> library.startsWith("liquibase"))
                .containsExactly("liquibase-core-4.33.0.jar");
    }

    /** Which of two classes of one name is loaded, nobody can say. */
    @Test
    void noClassIsInTwoLibraries() {
        Map<String, List<String>> homes = new HashMap<>();
        for (var library : Deployable.libraries()) {
            classes(library)
                    .forEach(name ->
                            homes.computeIfAbsent(name, _ -> new ArrayList<>()).add(library));
        }
        assertThat(homes).as("classes that were looked at").hasSizeGreaterThan(10_000);
        homes.values().removeIf(libraries -> libraries.size() == 1);
        assertThat(homes).isEmpty();
    }

    @Test
    void whatIsInItStandsInItsBillOfMaterials() {
        var listed = Deployable.components().stream()
                .map(component -> component.at("/name").asString() + "-"
                        + component.at("/version").asString() + ".jar")
                .toList();
        assertThat(listed)
                .containsAll(Deployable.libraries().stream()
                        // Boot adds what unpacks the layers.
                        .filter(library -> !library.startsWith("spring-boot-jarmode-tools-"))
                        .toList());
        assertThat(Deployable.manifest().getMainAttributes().getValue("Sbom-Location"))
                .isEqualTo("META-INF/sbom/application.cdx.json");
    }

    private static List<String> classes(String library) {
        return Deployable.library(library, content -> {
            List<String> names = new ArrayList<>();
            try (var inner = new ZipInputStream(content)) {
                for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                    var name = entry.getName();
                    if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
                        names.add(name);
                    }
                }
            }
            return names;
        });
    }
}
