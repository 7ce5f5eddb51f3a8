package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class MeasuresDoorTests {
    private static final String ELSEWHERE = "203.0.113.9";
    private static final String HERE = "127.0.0.1";

    @Test
    void whoReachesTheirOwnPortMaySeeThem() {
        var door = new MeasuresDoor(8081, 8080);
        assertThat(door.isOpenTo(asked(8081, ELSEWHERE))).isTrue();
        assertThat(door.isOpenTo(asked(8080, ELSEWHERE))).isFalse();
        assertThat(door.isOpenTo(asked(8080, HERE))).isTrue();
    }

    /** Who gives both the same port takes them off it for everybody else, instead of opening it. */
    @Test
    void aPortThatIsThePublicOneTooOpensNothing() {
        var door = new MeasuresDoor(8080, 8080);
        assertThat(door.isOpenTo(asked(8080, ELSEWHERE))).isFalse();
        assertThat(door.isOpenTo(asked(8080, HERE))).isTrue();
    }

    @Test
    void withoutAPortOfTheirOwnTheyAreForThisMachine() {
        assertThat(new MeasuresDoor(-1, 8080).isOpenTo(asked(8080, ELSEWHERE))).isFalse();
    }

    private static MockHttpServletRequest asked(int port, String from) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setLocalPort(port);
        request.setRemoteAddr(from);
        return request;
    }
}
