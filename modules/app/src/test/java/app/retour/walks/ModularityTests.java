package app.retour.walks;

import app.retour.RetourApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house plan. */
class ModularityTests {
    @Test
    void modulesUseEachOtherOnlyAlongTheAllowedArrows() {
        ApplicationModules.of(RetourApplication.class).verify();
    }
}
