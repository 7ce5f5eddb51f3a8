package app.retour.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style sheet and script, under an address that changes with their content so that browsers keep them for good; and the
 * brand's colours as a style sheet of their own, because no style may stand in a page.
 */
@Controller
class PortalAssets {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Map<String, MediaType> KINDS = Map.of(
            "portal.css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "portal.js", new MediaType("text", "javascript", StandardCharsets.UTF_8));
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;

    PortalAssets() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : KINDS.keySet().stream().sorted().toList()) {
                var content = new ClassPathResource("portal/" + name).getContentAsByteArray();
                files.put(name, content);
                digest.update(content);
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String base(Storefront storefront) {
        return storefront.base() + "/assets/" + version;
    }

    String plainBase() {
        return "/r/-/assets/" + version;
    }

    String plainBrandSheet() {
        return "/r/-/brand/" + BrandColors.PLAIN.key() + ".css";
    }

    String brandSheet(Storefront storefront) {
        return storefront.base() + "/brand/"
                + BrandColors.of(storefront.brand()).key() + ".css";
    }

    @GetMapping("/r/{slug}/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name) {
        var content = files.get(name);
        var kind = KINDS.get(name);
        if (content == null || kind == null) {
            throw new NothingHere(name);
        }
        return ResponseEntity.ok().cacheControl(FOR_GOOD).contentType(kind).body(content);
    }

    /** The colours stand in the address, so this asks nobody. */
    @GetMapping("/r/{slug}/brand/{key:[0-9a-f]{6}}.css")
    ResponseEntity<String> brand(@PathVariable String key) {
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(BrandColors.of(key).sheet());
    }
}
