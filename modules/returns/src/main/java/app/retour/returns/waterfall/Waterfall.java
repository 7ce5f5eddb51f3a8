package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.rules.policy.Fee;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An amount explained line by line, to staff and shopper: lines sum to the total, and so do the tenders when they are
 * known.
 *
 * @param openCharges set in the shop's currency and not taken off, since no rate brings them into the order's: a person
 *     sees to them
 */
public record Waterfall(List<Line> lines, Money total, List<TenderShare> tenders, List<OpenCharge> openCharges) {
    /** One of a time when there were no open charges tells none. */
    public Waterfall(List<Line> lines, Money total, List<TenderShare> tenders, @Nullable List<OpenCharge> openCharges) {
        this.lines = lines;
        this.total = total;
        this.tenders = tenders;
        this.openCharges = openCharges == null ? List.of() : List.copyOf(openCharges);
    }

    public Waterfall(List<Line> lines, Money total, List<TenderShare> tenders) {
        this(lines, total, tenders, List.of());
    }

    /** What is given back for an item's goods, with tax and before fees. */
    public Money goodsOf(UUID item) {
        return lines.stream()
                .filter(line -> item.equals(line.itemId()))
                .filter(line -> line.kind() == WaterfallLineKind.ITEM || line.kind() == WaterfallLineKind.TAX)
                .map(Line::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /**
     * One line; what is kept back is negative.
     *
     * @param taxRate per cent, of the tax that the line is or includes; null when nobody knows, and for what has none
     * @param includedTax the part of the amount that is tax, where prices include it; null elsewhere, where lines of
     *     their own say it
     */
    public record Line(
            WaterfallLineKind kind,
            String text,
            Money amount,
            @Nullable UUID itemId,
            @Nullable BigDecimal taxRate,
            @Nullable Money includedTax) {
        public Line(WaterfallLineKind kind, String text, Money amount, @Nullable UUID itemId) {
            this(kind, text, amount, itemId, null, null);
        }
    }

    /** What goes back to one means of payment; the id is null for one that a person picked by hand. */
    public record TenderShare(@Nullable String tenderId, String label, Money amount) {}

    /**
     * A charge as the merchant set it.
     *
     * @param per what it is taken for; null for once
     */
    public record OpenCharge(WaterfallLineKind kind, Money amount, Fee.@Nullable Per per) {}
}
