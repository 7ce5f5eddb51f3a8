package app.retour.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes that somebody says where a request came from, before Tomcat believes it and takes the header away: afterwards a proxy's
 * word and a connection look alike.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final String NOTED = ForwardedRequests.class.getName();

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new Note());
    }

    static boolean isOne(HttpServletRequest request) {
        return request.getAttribute(NOTED) != null;
    }

    private static final class Note extends ValveBase {
        private Note() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
                request.setAttribute(NOTED, true);
            }
            getNext().invoke(request, response);
        }
    }
}
