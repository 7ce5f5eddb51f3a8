package app.retour.app.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser in words that a person knows their own by; never more than that is kept. */
final class DeviceWords {
    /** In this order: most browsers claim to be others too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "Mac",
            "Linux",
            "Linux");

    private DeviceWords() {}

    static String of(@Nullable String userAgent) {
        var told = userAgent == null ? "" : userAgent;
        var browser = first(BROWSERS, told);
        var system = first(SYSTEMS, told);
        if (browser == null) {
            return system == null ? "Unknown browser" : "Browser on " + system;
        }
        return system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String first(Map<String, String> words, String told) {
        return words.entrySet().stream()
                .filter(word -> told.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
