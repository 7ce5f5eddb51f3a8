package app.retour.orders.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Countries by the names that exports use instead of codes. */
final class Countries {
    private static final Map<String, String> NAMES = Stream.of(
                    Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, Locale.of("es"), Locale.of("nl"))
            .flatMap(language -> Stream.of(Locale.getISOCountries())
                    .map(code -> Map.entry(
                            Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT), code)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    private static final Map<String, String> OTHERS = Map.of(
            "usa",
            "US",
            "united states of america",
            "US",
            "uk",
            "GB",
            "great britain",
            "GB",
            "england",
            "GB",
            "the netherlands",
            "NL",
            "holland",
            "NL",
            "czech republic",
            "CZ",
            "türkiye",
            "TR");

    private Countries() {}

    /** Its code; a name that is not known stays as it is. */
    static @Nullable String code(@Nullable String told) {
        if (told == null) {
            return null;
        }
        var known = told.strip().toLowerCase(Locale.ROOT);
        return known.matches("[a-z]{2}") && !known.equals("uk")
                ? known.toUpperCase(Locale.ROOT)
                : Stream.<Function<String, @Nullable String>>of(OTHERS::get, NAMES::get)
                        .map(names -> names.apply(known))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(told);
    }
}
