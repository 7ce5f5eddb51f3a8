package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerNetworkTests {
    @Test
    void allThatOneHouseholdHasCountsAsOne() {
        assertThat(CallerNetwork.of("2001:db8:1:2::5")).isEqualTo(CallerNetwork.of("2001:db8:1:2:ffff::1"));
        assertThat(CallerNetwork.of("2001:db8:1:3::5")).isNotEqualTo(CallerNetwork.of("2001:db8:1:2::5"));
    }

    @Test
    void anythingElseIsAsItIs() {
        assertThat(CallerNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(CallerNetwork.of("::ffff:192.0.2.1")).isNotEqualTo(CallerNetwork.of("::ffff:192.0.2.2"));
        assertThat(CallerNetwork.of("unknown")).isEqualTo("unknown");
    }
}
