package app.retour.portal;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.files.FileId;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.files.UnfitFile;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mockito.Mockito;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * The pages over a told story instead of the other modules: how they look and what they say. That they say it of real
 * returns is proven by the journeys in {@code app}. Run it to look at the pages at {@code /r/nordlicht}.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@ComponentScan(basePackageClasses = StoryApplication.class)
class StoryApplication {
    static final TenantId MERCHANT = new TenantId(new UUID(0, 1));
    static final UUID ORDER = new UUID(0, 2);

    public static void main(String... args) {
        SpringApplication.run(StoryApplication.class, args);
    }

    @Bean
    Story inProcess() {
        return new Story();
    }

    @Bean
    GraphQlClient inProcessGraphQl(Story story) {
        return GraphQlClient.builder(story).build();
    }

    @Bean
    ShopperSessions sessions() {
        var sessions = Mockito.mock(ShopperSessions.class);
        Mockito.when(sessions.verify(Mockito.anyString())).thenReturn(Optional.empty());
        Mockito.when(sessions.verifyLink(Mockito.anyString())).thenReturn(Optional.empty());
        Mockito.when(sessions.verifyLink("good")).thenReturn(Optional.of(new ShopperSession(MERCHANT, ORDER, true)));
        Mockito.when(sessions.verify("good")).thenReturn(Optional.of(new ShopperSession(MERCHANT, ORDER, true)));
        Mockito.when(sessions.issue(Mockito.any(), Mockito.any(), Mockito.anyBoolean()))
                .thenReturn("good");
        return sessions;
    }

    /** Nobody is erased in the story. */
    @Bean
    ErasureLinks erasureLinks() {
        var links = Mockito.mock(ErasureLinks.class);
        Mockito.when(links.verify(Mockito.anyString())).thenReturn(Optional.empty());
        return links;
    }

    @Bean
    Tenants tenants() {
        return Mockito.mock(Tenants.class);
    }

    /** Counts nobody. */
    @Bean
    Throttle throttle() {
        var throttle = Mockito.mock(Throttle.class);
        Mockito.when(throttle.tryTake(Mockito.any(), Mockito.any(), Mockito.anyInt(), Mockito.any()))
                .thenReturn(true);
        return throttle;
    }

    @Bean
    Files files() {
        var files = Mockito.mock(Files.class);
        Mockito.when(files.open(Mockito.any())).thenReturn(Optional.empty());
        Mockito.when(files.store(Mockito.any())).thenAnswer(asked -> {
            var named = String.valueOf(asked.getArgument(0, FileUpload.class).declaredName());
            if (named.startsWith("unfit-")) {
                throw new UnfitFile(UnfitFile.Reason.valueOf(named.substring(6)), 9000, 8000, 60);
            }
            return new FileId(UUID.randomUUID());
        });
        return files;
    }

    /** As the application's own chain: the tenant by the slug, the shopper by their cookie. */
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("XSRF-PORTAL");
        return http.csrf(protection -> protection.csrfTokenRepository(csrf))
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'")))
                .addFilterBefore(new Door(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static final class Door extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            var cookie = WebUtils.getCookie(request, ShopperSessions.COOKIE);
            var caller = cookie != null && ("good".equals(cookie.getValue()) || "postcode".equals(cookie.getValue()))
                    ? Caller.shopper(
                            MERCHANT,
                            ORDER,
                            "good".equals(cookie.getValue()) ? Set.of(ShopperSessions.BY_EMAIL) : Set.of())
                    : Caller.anonymous(MERCHANT);
            SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
            TenantContext.callAs(MERCHANT, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                } catch (ServletException failed) {
                    throw new IllegalStateException(failed);
                }
                return true;
            });
        }
    }
}
