package app.retour.notifications.letters;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a refund adds up, in the words of a language. */
record RefundLines(LocaleFormat tongue) {
    private static final Set<WaterfallLineKind> LIMITS =
            EnumSet.of(WaterfallLineKind.CEILING, WaterfallLineKind.NOT_PAID, WaterfallLineKind.NOT_CHARGED);

    /** @param place of a line of its own; 0 for what is told once, whatever it sums to */
    private record Told(String words, int place) {}

    /** A refund may be cut more than once, for reasons that this language tells in the same words: they are told once. */
    List<Map<String, Object>> of(List<Waterfall.Line> lines) {
        var told = new LinkedHashMap<Told, Money>();
        for (var line : lines) {
            var place = LIMITS.contains(line.kind()) ? 0 : told.size() + 1;
            told.merge(new Told(named(line), place), line.amount(), Money::plus);
        }
        return told.entrySet().stream()
                .map(line -> MessageValues.present("text", line.getKey().words, "amount", tongue.show(line.getValue())))
                .toList();
    }

    /**
     * What goods, bonuses and corrections are called is the merchant's; all else has a name in the template's language.
     * What staff gave of their own accord is named by why they gave it.
     */
    private String named(Waterfall.Line line) {
        var otherwise = line.kind() == WaterfallLineKind.GOODWILL ? "Goodwill: {0}" : line.text();
        return PlainText.line(tongue.words()
                .own("line." + line.kind().name())
                .orElse(otherwise)
                .replace("{0}", line.text()));
    }
}
