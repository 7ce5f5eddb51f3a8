package app.retour.orders.csv;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands among an order's lines and is no goods: neither shipped nor taxed, and called so. */
public final class ExtraRow {
    /** What it is. */
    public enum Kind {
        TIP,
        PAYMENT_FEE,
        DUTIES,
        ROUNDING
    }

    /** As shops write them in their languages. */
    private static final Map<Kind, Set<String>> NAMES = new EnumMap<>(Map.of(
            Kind.TIP,
            Set.of(
                    "tip",
                    "tips",
                    "gratuity",
                    "trinkgeld",
                    "pourboire",
                    "propina",
                    "mancia",
                    "gorjeta",
                    "gratificação",
                    "fooi",
                    "dricks",
                    "drikkepenge",
                    "drikkepenger",
                    "driks",
                    "tips (dricks)",
                    "juomaraha",
                    "tippi",
                    "napiwek",
                    "spropitné",
                    "sprepitné",
                    "borravaló",
                    "bacșiș",
                    "bahşiş",
                    "φιλοδώρημα",
                    "чаевые",
                    "чай",
                    "бакшиш",
                    "napojnica",
                    "チップ",
                    "小费",
                    "小費",
                    "팁",
                    "ทิป",
                    "טיפ",
                    "إكرامية",
                    "tiền boa",
                    "tip jar"),
            Kind.PAYMENT_FEE,
            Set.of(
                    "payment fee",
                    "cod fee",
                    "cash on delivery fee",
                    "cash on delivery",
                    "zahlungsgebühr",
                    "nachnahmegebühr",
                    "nachnahme",
                    "frais de paiement",
                    "comisión de pago",
                    "contrassegno",
                    "betaalkosten",
                    "betalingsgebyr",
                    "faktureringsavgift",
                    "opłata za pobranie",
                    "dobírka",
                    "代引き手数料",
                    "代引手数料"),
            Kind.DUTIES,
            Set.of(
                    "duties",
                    "duty",
                    "import duties",
                    "duties & taxes",
                    "zoll",
                    "zollgebühren",
                    "droits de douane",
                    "aranceles",
                    "dazi",
                    "invoerrechten"),
            Kind.ROUNDING,
            Set.of(
                    "rounding",
                    "cash rounding",
                    "rundung",
                    "rundungsdifferenz",
                    "arrondi",
                    "redondeo",
                    "arrotondamento",
                    "afronding",
                    "öresavrundning",
                    "avrunding",
                    "afrunding",
                    "pyöristys")));

    private ExtraRow() {}

    /**
     * Null for goods.
     *
     * @param shipped null: not known, so it may be goods; the same for tax
     */
    public static @Nullable Kind kind(@Nullable String name, @Nullable Boolean shipped, @Nullable Boolean taxed) {
        if (name == null || !Boolean.FALSE.equals(shipped) || !Boolean.FALSE.equals(taxed)) {
            return null;
        }
        var known = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return NAMES.entrySet().stream()
                .filter(names -> names.getValue().contains(known))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
