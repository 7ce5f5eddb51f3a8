package app.retour.app.security;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Speaks HTTP/2 where it speaks TLS itself. Without TLS it would be an upgrade that a proxy in front passes on unread, so there
 * it is left off, and the proxy is who speaks HTTP/2 to browsers.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HttpTwoOverTls implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final boolean tls;

    HttpTwoOverTls(ServerProperties properties) {
        tls = Ssl.isEnabled(properties.getSsl());
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        var http2 = new Http2();
        http2.setEnabled(tls);
        server.setHttp2(http2);
    }
}
