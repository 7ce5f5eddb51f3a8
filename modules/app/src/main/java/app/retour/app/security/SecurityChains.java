package app.retour.app.security;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.api.Origins;
import app.retour.app.uploads.SpoolSpace;
import app.retour.app.uploads.UploadGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chains, most particular first. What no chain names needs a signed-in caller. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {
    private static final String PORTAL_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
            + " object-src 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final CallerAuthenticator authenticator;
    private final Problems problems;
    private final SpoolSpace uploads;
    private final StaffCookie cookie;
    private final Origins origins;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    private final MeasuresDoor measures;

    SecurityChains(
            CallerAuthenticator authenticator,
            Problems problems,
            SpoolSpace uploads,
            StaffCookie cookie,
            Origins origins,
            MeasuresDoor measures) {
        this.uploads = uploads;
        this.authenticator = authenticator;
        this.problems = problems;
        this.cookie = cookie;
        this.origins = origins;
        this.measures = measures;
    }

    /** Spring would time every filter of every request, and everybody who passes it; the request itself is timed. */
    @Bean
    static SecurityObservationSettings noFilterIsTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Carriers sign what they send; the module that hears them checks it. */
    @Bean
    @Order(1)
    SecurityFilterChain webhooks(HttpSecurity http) throws Exception {
        return plain(http.securityMatcher("/webhooks/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new UploadGate(uploads, problems::write), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Tokens for API clients, and what is needed to check them. */
    @Bean
    @Order(2)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((_, response, _) -> noClient(response)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** As RFC 6749 tells it, where no client was named at all. */
    private void noClient(HttpServletResponse response) throws IOException {
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                Map.of(
                        "error",
                        "invalid_client",
                        "error_description",
                        "Send a form with grant_type, and the id and secret of an API client as HTTP Basic"));
    }

    /** Merchants' portals: shoppers and anybody. */
    @Bean
    @Order(3)
    SecurityFilterChain portal(HttpSecurity http) throws Exception {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("XSRF-PORTAL");
        tokens.setCookiePath("/r");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return plain(http.securityMatcher("/r/**"))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PORTAL_POLICY)))
                .addFilterBefore(
                        new CallerFilter(authenticator::atThePortal, contexts, problems, cookie), CsrfFilter.class)
                .addFilterBefore(new UploadGate(uploads, problems::write), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // People read these pages: the portal tells a refusal in plain words.
                .exceptionHandling(failures -> failures.accessDeniedHandler(
                        (_, response, _) -> response.sendError(HttpStatus.FORBIDDEN.value())))
                .build();
    }

    /** Health for anybody; measures at the management port, or from this very machine. */
    @Bean
    @Order(4)
    SecurityFilterChain operator(HttpSecurity http) throws Exception {
        return plain(http.securityMatcher("/actuator/**", "/livez", "/readyz"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new UploadGate(uploads, problems::write), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/livez", "/readyz")
                        .permitAll()
                        .anyRequest()
                        .access(operatorsOnly()))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain apiAndAdmin(HttpSecurity http, BoundTokens staffTokens) throws Exception {
        return plain(http)
                .csrf(csrf -> csrf.csrfTokenRepository(staffTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(this::couldBeForged))
                .headers(headers ->
                        headers.frameOptions(FrameOptionsConfig::disable).addHeaderWriter(new StaffPagePolicy(origins)))
                .addFilterBefore(
                        new CallerFilter(authenticator::atTheApi, contexts, problems, cookie), CsrfFilter.class)
                .addFilterBefore(new UploadGate(uploads, problems::write), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/graphql",
                                "/session",
                                "/admin",
                                "/admin/**",
                                "/files/**",
                                "/favicon.ico",
                                TokenMetadata.PATH,
                                "/error")
                        .permitAll()
                        .requestMatchers("/graphiql", "/graphiql/**")
                        .access(staffOnly())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private HttpSecurity plain(HttpSecurity http) throws Exception {
        return http.securityContext(security -> security.securityContextRepository(contexts))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((_, response, _) -> problems.write(
                                response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in to ask for this"))
                        .accessDeniedHandler((_, response, denied) -> refuse(response, denied)));
    }

    private void refuse(HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "CSRF",
                    "The header X-XSRF-TOKEN must repeat the cookie " + cookie.tokenName() + " of this session");
        } else if (Caller.current().is(Caller.Kind.ANONYMOUS)) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in to ask for this");
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "FORBIDDEN", "You may not ask for this");
        }
    }

    /** What changes something by a cookie that the browser sends by itself; and signing in, against forced sign-ins. */
    private boolean couldBeForged(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && (cookie.isOn(request) || request.getRequestURI().startsWith("/session"));
    }

    private static AuthorizationManager<RequestAuthorizationContext> staffOnly() {
        return (authentication, _) ->
                new AuthorizationDecision(authentication.get() instanceof CallerAuthentication known
                        && known.caller().is(Caller.Kind.STAFF));
    }

    private AuthorizationManager<RequestAuthorizationContext> operatorsOnly() {
        return (_, context) -> new AuthorizationDecision(measures.isOpenTo(context.getRequest()));
    }
}
