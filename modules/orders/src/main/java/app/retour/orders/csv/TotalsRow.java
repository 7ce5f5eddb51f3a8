package app.retour.orders.csv;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The row at the end of some exports that adds up the others. */
public final class TotalsRow {
    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "grand total",
            "sum",
            "summe",
            "gesamt",
            "gesamtsumme",
            "somme",
            "totaal",
            "totale",
            "total général",
            "suma",
            "totalt",
            "i alt",
            "razem",
            "yhteensä",
            "合計",
            "总计");

    private TotalsRow() {}

    /** It names no product and no date, and no order either, unless "Total" is one. */
    public static boolean is(@Nullable String subject, @Nullable String product, @Nullable String date) {
        return product == null
                && date == null
                && (subject == null
                        || WORDS.contains(subject.toLowerCase(Locale.ROOT).replaceFirst("\\s*:$", "")));
    }
}
