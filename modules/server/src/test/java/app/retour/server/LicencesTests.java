package app.retour.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others wrote and we hand on, by the words of their licences; the report is {@code target/licences.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LicencesTests {
    /** Names of SPDX. Whoever adds one has read it: each of these lets a service be run and its parts be handed on. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "OFL-1.1",
            "PSF-2.0",
            "Python-2.0",
            "Unlicense",
            "Zlib");

    /**
     * Spring Session 4.1.1, 2026-11-30: its POM names a "Broadcom Foundation License", its jars carry the text of the Apache
     * License 2.0, which is what is handed on.
     */
    private static final Map<String, String> BY_THE_TEXT_IN_THE_JAR = Map.of(
            "org.springframework.session:spring-session-core",
            "spring-session-core",
            "org.springframework.session:spring-session-jdbc",
            "spring-session-jdbc");

    private final Map<String, Set<String>> licences = new TreeMap<>();

    @BeforeAll
    void report() throws IOException {
        Deployable.components().stream()
                .filter(component -> !component.at("/group").asString().equals("app.retour"))
                .forEach(component -> licences.put(name(component), licences(component)));
        licences.putAll(ofTheBrowser("web-admin"));
        licences.putAll(ofTheBrowser("modules/fonts"));
        var lines = licences.entrySet().stream()
                .map(each -> each.getKey() + "\t" + String.join(" or ", each.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target", "licences.txt"), lines, UTF_8);
    }

    @Test
    void eachComponentMayBeHandedOn() {
        assertThat(licences).hasSizeGreaterThan(200);
        licences.values().removeIf(choices -> choices.stream().anyMatch(LicencesTests::isAllowed));
        assertThat(licences).as("under licences that nobody here has allowed").isEmpty();
    }

    @Test
    void whatAPomSaysWronglyIsReadFromTheJar() {
        BY_THE_TEXT_IN_THE_JAR.forEach((component, library) -> {
            var file = Deployable.libraries().stream()
                    .filter(name -> name.startsWith(library + "-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(licenceIn(file)).as(component).contains("Apache License", "Version 2.0, January 2004");
        });
    }

    /** @param licence perhaps several that hold at once */
    private static boolean isAllowed(String licence) {
        return ALLOWED.containsAll(List.of(licence.split(" AND ", -1)));
    }

    private static String name(JsonNode component) {
        return component.at("/group").asString() + ":" + component.at("/name").asString() + ":"
                + component.at("/version").asString();
    }

    /** Of several one may choose. */
    private static Set<String> licences(JsonNode component) {
        var corrected = BY_THE_TEXT_IN_THE_JAR.containsKey(
                component.at("/group").asString() + ":" + component.at("/name").asString());
        return corrected
                ? Set.of("Apache-2.0")
                : component
                        .at("/licenses")
                        .valueStream()
                        .map(each -> each.at("/expression")
                                .asString(each.at("/license/id")
                                        .asString(each.at("/license/name").asString("none named"))))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a package-lock.json, what is not only for building. */
    private static Map<String, Set<String>> ofTheBrowser(String folder) throws IOException {
        var lock = Path.of(System.getProperty("retour.root"), folder, "package-lock.json");
        if (!Files.exists(lock)) {
            return Map.of();
        }
        return new JsonMapper()
                .readTree(Files.readString(lock))
                .at("/packages")
                .propertyStream()
                .filter(each ->
                        !each.getKey().isEmpty() && !each.getValue().at("/dev").asBoolean(false))
                .collect(Collectors.toMap(
                        each -> "npm:" + each.getKey().replaceFirst(".*node_modules/", "") + ":"
                                + each.getValue().at("/version").asString(),
                        each -> Set.copyOf(
                                choices(each.getValue().at("/license").asString("none named"))),
                        (one, _) -> one));
    }

    private static Collection<String> choices(String expression) {
        return List.of(expression.replaceAll("[()]", "").split(" OR ", -1));
    }

    private static String licenceIn(String library) {
        return Deployable.library(library, content -> {
            try (var inner = new ZipInputStream(content)) {
                for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                    if (entry.getName().equals("META-INF/LICENSE.txt")) {
                        return new String(inner.readAllBytes(), UTF_8);
                    }
                }
            }
            return "none";
        });
    }
}
