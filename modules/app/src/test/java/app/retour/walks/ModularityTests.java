package app.retour.walks;

import app.retour.RetourApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house plan. Seen to fail on a planted arrow from rules to orders. */
class ModularityTests {
    @Test
    void modulesUseEachOtherOnlyAlongTheAllowedArrows() {
        ApplicationModules.of(RetourApplication.class).verify();
    }
}
