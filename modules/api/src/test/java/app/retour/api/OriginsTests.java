package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.api.Origins.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTests {
    private static final Origins APART = new Origins(
            "https://returns.example.com/", "https://Staff.example.com", "help.shop.test, www.shop.test:8443");

    @ParameterizedTest
    @CsvSource({
        "returns.example.com, PORTAL",
        "RETURNS.example.com, PORTAL",
        "help.shop.test, PORTAL",
        "www.shop.test, PORTAL",
        "staff.example.com, ADMIN",
        "example.com, NONE",
        "staff.example.com.evil.test, NONE",
        "127.0.0.1, NONE",
        "'', NONE",
    })
    void setApartEachHostServesItsOwnAndAnyOtherNothing(String host, Place place) {
        assertThat(APART.areApart()).isTrue();
        assertThat(APART.at(host)).isEqualTo(place);
    }

    @Test
    void linksAreMadeOfWhatTheOperatorSays() {
        assertThat(APART.portalOf("fjordwear")).isEqualTo("https://returns.example.com/r/fjordwear");
        assertThat(APART.admin()).isEqualTo("https://Staff.example.com");
        assertThat(Origins.of("http://localhost:8080").admin()).isEqualTo("http://localhost:8080");
        assertThat(Origins.of("HTTPS://returns.example.com").adminIsSecure()).isTrue();
        assertThat(new Origins("https://returns.test", "http://staff.test", "").adminIsSecure())
                .as("the cookies of staff are those of their own address")
                .isFalse();
    }

    @Test
    void oneHostServesBothAndNobodyElseIsServed() {
        var one = Origins.of("https://returns.example.com");
        assertThat(one.areApart()).isFalse();
        assertThat(one.at("returns.example.com")).isEqualTo(Place.BOTH);
        assertThat(one.at("evil.test")).isEqualTo(Place.NONE);
    }

    @Test
    void onOnesOwnMachineAnyNameWillDo() {
        var local = Origins.of("http://localhost:8080");
        assertThat(local.areLocal()).isTrue();
        assertThat(local.at("127.0.0.1")).isEqualTo(Place.BOTH);
        assertThat(local.at("laptop.lan")).isEqualTo(Place.BOTH);
    }

    @Test
    void bothMayBeSetApartOnOneMachineToo() {
        var apart = new Origins("http://localhost:8080", "http://127.0.0.1:8080", "");
        assertThat(apart.at("localhost")).isEqualTo(Place.PORTAL);
        assertThat(apart.at("127.0.0.1")).isEqualTo(Place.ADMIN);
        assertThat(apart.at("laptop.lan")).isEqualTo(Place.NONE);
    }

    /** Cookies know no ports. */
    @Test
    void aHostThatIsThePortalsTooIsRefusedAtTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Origins("https://returns.test", "https://returns.test:8443", ""))
                .withMessageContaining("RETOUR_ADMIN_URL");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Origins("https://returns.test", "https://staff.test", "staff.test"))
                .withMessageContaining("RETOUR_ADMIN_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "returns.example.com",
                "ftp://returns.example.com",
                "https://",
                "https://user@returns.example.com",
                "https://returns.example.com/shop",
                "https://returns.example.com?x=1",
                "https://returns example.com",
                "javascript:alert(1)",
            })
    void whatIsNoAddressIsRefusedAtTheStart(String text) {
        assertThatIllegalStateException().isThrownBy(() -> Origins.of(text)).withMessageContaining("RETOUR_PUBLIC_URL");
    }
}
