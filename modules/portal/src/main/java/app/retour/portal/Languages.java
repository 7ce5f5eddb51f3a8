package app.retour.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The languages that the portal speaks, one for each of its files of words, and which of them a request is answered in.
 * Who asks anything else of the application without naming a language is told in the merchant's own.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class Languages implements LocaleResolver {
    static final String COOKIE = "RETOUR_LANGUAGE";
    private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
    private static final String FILES = "classpath*:portal/messages_*.properties";
    private final List<Locale> spoken = spoken();
    private final LocaleResolver elsewhere;
    private final Storefronts storefronts;

    Languages(Storefronts storefronts) {
        this.storefronts = storefronts;
        var named = new AcceptHeaderLocaleResolver();
        named.setDefaultLocale(Locale.ROOT);
        elsewhere = named;
    }

    private static List<Locale> spoken() {
        var languages = new ArrayList<>(List.of(Locale.ENGLISH));
        try {
            Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(file -> String.valueOf(file.getFilename()).replaceAll("^messages_|\\.properties$", ""))
                    .sorted()
                    .map(Locale::forLanguageTag)
                    .forEach(languages::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(languages);
    }

    List<Locale> all() {
        return spoken;
    }

    Language of(HttpServletRequest request) {
        var known = Language.of(request);
        if (known != null) {
            return known;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var language = Language.of(
                cookie == null ? null : cookie.getValue(),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                home(),
                spoken);
        language.keepIn(request);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page
                && page.getResponse() instanceof HttpServletResponse response) {
            response.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
        return language;
    }

    private @Nullable Locale home() {
        try {
            return Locale.forLanguageTag(storefronts.current().locale());
        } catch (RuntimeException unknown) {
            // A page that tells a problem has to be written in some language.
            LOG.debug("The shop's own language cannot be asked for", unknown);
            return null;
        }
    }

    /** Keeps their choice; false when it is none of the languages spoken. */
    boolean choose(String tag, Storefront storefront, HttpServletRequest request, HttpServletResponse response) {
        if (!spoken.contains(Locale.forLanguageTag(tag))) {
            return false;
        }
        var cookie = ResponseCookie.from(COOKIE, tag)
                .path(storefront.base())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return true;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return isPage(request) ? of(request).words() : elsewhere.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("A shopper chooses their language on a page");
    }

    private static boolean isPage(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed.toString()).startsWith("/r/");
    }
}
