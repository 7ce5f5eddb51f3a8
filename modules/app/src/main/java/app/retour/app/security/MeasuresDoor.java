package app.retour.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may see measures: whoever reaches the port that is theirs alone, and this very machine. */
@Component
class MeasuresDoor {
    private static final int NONE = -1;
    private final int own;

    MeasuresDoor(
            @Value("${management.server.port:-1}") int managementPort, @Value("${server.port:8080}") int publicPort) {
        this.own = managementPort == publicPort ? NONE : managementPort;
    }

    boolean isOpenTo(HttpServletRequest request) {
        return request.getLocalPort() == own || isOfThisMachine(request);
    }

    /** By its connection: what a proxy says of where a request came from may say anything, this machine too. */
    private static boolean isOfThisMachine(HttpServletRequest request) {
        return !ForwardedRequests.isOne(request)
                && (request.getRemoteAddr().equals("127.0.0.1")
                        || request.getRemoteAddr().equals("0:0:0:0:0:0:0:1"));
    }
}
