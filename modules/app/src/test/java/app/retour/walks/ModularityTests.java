package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.RetourApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows of the house plan. Seen to fail on 2026-11-23, by hand, on an arrow planted from notifications to rules. */
class ModularityTests {
    private final ApplicationModules house = ApplicationModules.of(RetourApplication.class);

    @Test
    void modulesUseEachOtherOnlyAlongTheAllowedArrows() {
        house.verify();
    }

    /** One that says nothing may use all others: as the application may, which binds them together. */
    @Test
    void everyModuleSaysWhichOthersItMayUseOrUsesNone() {
        assertThat(house.stream()
                        .filter(module -> module.getBasePackage()
                                .getAnnotation(ApplicationModule.class)
                                .isEmpty())
                        .filter(module -> module.getDirectDependencies(house).stream()
                                .findAny()
                                .isPresent())
                        .map(module -> module.getIdentifier().toString()))
                .containsExactly("app");
    }

    /** Diagrams and a page for each module, for whoever wants to see the house: {@code target/spring-modulith-docs}. */
    @Test
    void theHouseIsDrawn() {
        new Documenter(house).writeDocumentation();
        assertThat(Path.of("target", "spring-modulith-docs"))
                .isDirectoryContaining("glob:**components.puml")
                .isDirectoryContaining("glob:**module-returns.adoc");
    }
}
