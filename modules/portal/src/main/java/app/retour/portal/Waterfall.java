package app.retour.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An amount explained line by line. */
public record Waterfall(
        List<Line> lines,
        Amount total,
        List<Share> tenders,
        @Nullable List<OpenCharge> openCharges) {
    public Waterfall {
        lines = eachLimitOnce(lines);
        openCharges = openCharges == null ? List.of() : openCharges;
    }

    /** A refund may be cut more than once, for reasons that shoppers read in the same words: they read them once. */
    private static List<Line> eachLimitOnce(List<Line> lines) {
        var limits = new LinkedHashMap<String, Line>();
        lines.stream().filter(Line::isLimit).forEach(line -> limits.merge(line.kind, line, Line::and));
        return lines.stream()
                .map(line -> line.isLimit() ? limits.remove(line.kind) : line)
                .filter(Objects::nonNull)
                .toList();
    }

    record Line(String kind, String text, Amount amount) {
        private static final Set<String> LIMITS = Set.of("CEILING", "NOT_PAID", "NOT_CHARGED");
        private static final Set<String> OURS = Set.of(
                "TAX",
                "OUTBOUND_SHIPPING",
                "SHIPPING_TAX",
                "RESTOCKING_FEE",
                "LABEL_FEE",
                "GOODWILL",
                "CEILING",
                "NOT_PAID",
                "NOT_CHARGED");

        private boolean isLimit() {
            return LIMITS.contains(kind);
        }

        private Line and(Line other) {
            return new Line(kind, text, amount.plus(other.amount));
        }

        /** What goods, bonuses and corrections are called is the merchant's; all else has a name in every language. */
        public boolean isNamedByUs() {
            return OURS.contains(kind);
        }
    }

    /** Set in the shop's currency, and not taken off yet. */
    record OpenCharge(String kind, Amount amount) {}

    record Share(String label, Amount amount) {}
}
