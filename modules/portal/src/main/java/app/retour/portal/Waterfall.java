package app.retour.portal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An amount explained line by line. */
record Waterfall(
        List<Line> lines,
        Amount total,
        List<Share> tenders,
        @Nullable List<OpenCharge> openCharges) {
    Waterfall {
        openCharges = openCharges == null ? List.of() : openCharges;
    }

    record Line(String kind, String text, Amount amount) {
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

        /** What goods, bonuses and corrections are called is the merchant's; all else has a name in every language. */
        public boolean isNamedByUs() {
            return OURS.contains(kind);
        }
    }

    /** Set in the shop's currency, and not taken off yet. */
    record OpenCharge(String kind, Amount amount) {}

    record Share(String label, Amount amount) {}
}
