package app.retour.embedded.inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Anybody at this machine may look: the embedded start listens on the loopback address only. */
@Configuration(proxyBeanMethods = false)
class InboxSecurity {
    @Bean
    @Order(0)
    SecurityFilterChain inbox(HttpSecurity http) throws Exception {
        return http.securityMatcher("/inbox", "/inbox/**", "/inbox.css")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; style-src 'self';"
                                + " frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
