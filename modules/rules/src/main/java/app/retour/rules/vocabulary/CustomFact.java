package app.retour.rules.vocabulary;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact that the merchant added: an attribute that integrators push with orders or shoppers, typed. Its key and type never
 * change and it is never deleted, since decisions that read it must recompute.
 *
 * @param key {@code custom.} and a name
 * @param source what carries the attribute
 * @param attribute the name under which integrators push it
 * @param personal whether its value is blanked when a shopper is erased
 * @param archived no longer offered for new conditions
 */
public record CustomFact(
        String key,
        FactType type,
        String label,
        String description,
        Source source,
        String attribute,
        boolean personal,
        boolean archived)
        implements Fact {
    /** What carries the attribute. */
    public enum Source {
        ORDER,
        SHOPPER
    }

    public static final String PREFIX = "custom.";
    /** The types that pushed texts can be read as. */
    public static final Set<FactType> TYPES = EnumSet.of(
            FactType.TEXT,
            FactType.TEXTS,
            FactType.COUNT,
            FactType.PERCENT,
            FactType.MONEY,
            FactType.DATE,
            FactType.FLAG);

    private static final Pattern KEY = Pattern.compile("custom\\.[a-z][A-Za-z0-9]{0,39}");

    public CustomFact {
        if (!KEY.matcher(key).matches() || !TYPES.contains(type)) {
            throw new IllegalArgumentException("%s as %s".formatted(key, type));
        }
    }

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    @Override
    public String unknownWords() {
        return "Unknown when the %s came without it, or with what is no %s"
                .formatted(
                        source.name().toLowerCase(java.util.Locale.ROOT),
                        type.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomFact same && key.equals(same.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
