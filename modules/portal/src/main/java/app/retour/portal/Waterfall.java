package app.retour.portal;

import app.retour.portal.schema.WaterfallLineKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
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
        var limits = new EnumMap<WaterfallLineKind, Line>(WaterfallLineKind.class);
        lines.stream().filter(line -> line.kind.isLimit()).forEach(line -> limits.merge(line.kind, line, Line::and));
        return lines.stream()
                .map(line -> line.kind.isLimit() ? limits.remove(line.kind) : line)
                .filter(Objects::nonNull)
                .toList();
    }

    record Line(WaterfallLineKind kind, String text, Amount amount) {
        private Line and(Line other) {
            return new Line(kind, text, amount.plus(other.amount));
        }
    }

    /** Set in the shop's currency, and not taken off yet. */
    record OpenCharge(WaterfallLineKind kind, Amount amount) {}

    record Share(String label, Amount amount) {}
}
