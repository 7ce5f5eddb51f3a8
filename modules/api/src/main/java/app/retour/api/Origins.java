package app.retour.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where Retour is reached, as the operator says and never as a request does. Links, redirects and tokens are made of this
 * alone. The admin may have a host of its own; then no page of merchants' making shares one with the session of staff.
 */
@Component
public final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final URI portal;
    private final URI admin;
    private final Set<String> portalHosts = new HashSet<>();

    /** What a host serves. */
    public enum Place {
        ADMIN,
        PORTAL,
        BOTH,
        /** Nothing: nobody told us of it. */
        NONE
    }

    /**
     * @param publicUrl where shoppers, programs and carriers come, and staff too unless they have an address of their own
     * @param adminUrl of staff; empty: the public one
     * @param morePortalHosts under which the portal is reached as well, with commas between
     */
    public Origins(
            @Value("${retour.public-url:http://localhost:8080}") String publicUrl,
            @Value("${retour.admin-url:}") String adminUrl,
            @Value("${retour.portal-hosts:}") String morePortalHosts) {
        this.portal = origin("RETOUR_PUBLIC_URL", publicUrl);
        this.admin = adminUrl.isBlank() ? portal : origin("RETOUR_ADMIN_URL", adminUrl);
        portalHosts.add(host(portal));
        Arrays.stream(morePortalHosts.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> host(origin("RETOUR_PORTAL_HOSTS", "https://" + host)))
                .forEach(portalHosts::add);
        requireTrulyApart();
    }

    /** Both at one address. */
    public static Origins of(String publicUrl) {
        return new Origins(publicUrl, "", "");
    }

    /** Of shoppers' pages and the API, without a slash at the end. */
    public String portal() {
        return portal.toString();
    }

    /** Of the web admin, without a slash at the end. */
    public String admin() {
        return admin.toString();
    }

    /** Where shoppers find a merchant. */
    public String portalOf(String slug) {
        return portal + "/r/" + slug;
    }

    public boolean adminIsSecure() {
        return "https".equals(admin.getScheme());
    }

    /** Whether staff have a host of their own. */
    public boolean areApart() {
        return !portalHosts.contains(host(admin));
    }

    /** Whether this is a machine of somebody who tries it, and not a place that others reach. */
    public boolean areLocal() {
        return LOOPBACK.contains(host(portal)) && LOOPBACK.contains(host(admin));
    }

    /**
     * By the name alone: what stands in front may listen on another port. On one's own machine any name will do, unless
     * the two are set apart there.
     */
    public Place at(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (!areApart()) {
            return areLocal() || portalHosts.contains(name) ? Place.BOTH : Place.NONE;
        }
        if (name.equals(host(admin))) {
            return Place.ADMIN;
        }
        return portalHosts.contains(name) ? Place.PORTAL : Place.NONE;
    }

    /** Cookies are kept by host and know no ports, so one host twice would keep nothing apart. */
    private void requireTrulyApart() {
        if (!areApart() && !admin.equals(portal)) {
            throw new IllegalStateException(
                    "RETOUR_ADMIN_URL %s has a host of the portal. Give the admin a host of its own, or leave the setting out"
                            .formatted(admin));
        }
    }

    private static String host(URI origin) {
        return origin.getHost().toLowerCase(Locale.ROOT);
    }

    private static URI origin(String setting, String text) {
        try {
            var given = new URI(text.strip().replaceAll("/+$", ""));
            var scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
            var bare = List.of("http", "https").contains(scheme)
                    && given.getHost() != null
                    && given.getUserInfo() == null
                    && given.getPath().isEmpty()
                    && given.getQuery() == null
                    && given.getFragment() == null;
            if (bare) {
                return new URI(scheme + given.toString().substring(scheme.length()));
            }
        } catch (URISyntaxException unreadable) {
            // Told below.
        }
        throw new IllegalStateException(
                "%s is %s. It takes a scheme and a host, and a port where needed: https://returns.example.com"
                        .formatted(setting, text));
    }
}
