package app.retour.walks;

import app.retour.RetourApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house plan. Seen to fail on 2026-11-23, by hand, on an arrow planted from notifications to rules. */
class ModularityTests {
    @Test
    void modulesUseEachOtherOnlyAlongTheAllowedArrows() {
        ApplicationModules.of(RetourApplication.class).verify();
    }
}
