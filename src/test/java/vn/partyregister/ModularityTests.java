package vn.partyregister;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void arrowsBetweenModulesGoDownOnly() {
        ApplicationModules.of(PartyRegister.class).verify();
    }
}
