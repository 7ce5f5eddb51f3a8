package app.retour.returns.documents;

import app.retour.kernel.Money;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a refund document: lines, tax by rate, net, tax, total. Pure, and exact: net and tax make the total, for
 * each line, for each rate and for the whole.
 *
 * <p>What is kept back or added is a change of the price that was paid, and is taxed as that: a fee of an item lowers the
 * item's gross at the item's rate; what stands for the whole refund (the label, an adjustment, the ceiling) is shared
 * over all that is given back, by gross, at each one's rate; goodwill, where nothing else is given back, is shared over
 * what was bought. The tax of a change is the tax before less the tax of what remains, so that a line that is lowered to
 * nothing leaves no cent of tax behind.
 */
public record DocumentSums(List<DocumentLine> lines, List<DocumentTax> taxes, Money net, Money tax, Money total) {

    /**
     * An amount that changes what is given back.
     *
     * @param itemId of the item that it changes; null for all of them
     * @param amount negative for what is kept back
     */
    record Change(
            WaterfallLineKind kind, String text, @Nullable UUID itemId, Money amount) {}

    /** @param bought what changes are shared over where nothing is given back but they themselves; may be empty */
    static DocumentSums of(Currency currency, List<TaxedAmount> given, List<Change> changes, List<TaxedAmount> bought) {
        var lines = new ArrayList<DocumentLine>();
        given.forEach(each -> lines.add(
                DocumentLine.of(each.kind(), each.text(), each.itemId(), each.rate(), each.gross(), each.tax())));
        var left = new ArrayList<>(given);
        for (var change : changes) {
            lines.addAll(change(change, left, bought));
        }
        return sums(currency, List.copyOf(lines));
    }

    /** Takes the change off what is left, and tells it as one line for each rate. */
    private static List<DocumentLine> change(Change change, List<TaxedAmount> left, List<TaxedAmount> bought) {
        var concerned = IntStream.range(0, left.size())
                .filter(i -> change.itemId == null
                        || change.itemId.equals(left.get(i).itemId()))
                .boxed()
                .toList();
        if (concerned.isEmpty()) {
            concerned = IntStream.range(0, left.size()).boxed().toList();
        }
        if (concerned.isEmpty()) {
            return byRate(change, shared(change.amount, bought));
        }
        var among = concerned.stream().map(left::get).toList();
        var parts = shared(change.amount, among);
        for (var i = 0; i < among.size(); i++) {
            left.set(concerned.get(i), among.get(i).changed(parts.get(i).gross()));
        }
        return byRate(change, parts);
    }

    /** The change's share of each, with the tax that it changes. */
    private static List<TaxedAmount> shared(Money amount, List<TaxedAmount> among) {
        if (among.isEmpty()) {
            return List.of(new TaxedAmount(
                    WaterfallLineKind.ADJUSTMENT, "", null, amount, Money.zero(amount.currency()), null));
        }
        var weights = among.stream()
                .map(each -> each.gross().amount().max(BigDecimal.ZERO))
                .toList();
        var parts = amount.allocate(weights);
        var result = new ArrayList<TaxedAmount>();
        for (var i = 0; i < parts.size(); i++) {
            var before = among.get(i);
            var tax = before.changed(parts.get(i)).tax().minus(before.tax());
            result.add(new TaxedAmount(before.kind(), before.text(), null, parts.get(i), tax, before.rate()));
        }
        return result;
    }

    private static List<DocumentLine> byRate(Change change, List<TaxedAmount> parts) {
        var lines = new ArrayList<DocumentLine>();
        for (var rate : parts.stream().map(TaxedAmount::rate).distinct().toList()) {
            var same = parts.stream()
                    .filter(part -> Objects.equals(part.rate(), rate))
                    .toList();
            var gross = sum(change.amount.currency(), same, TaxedAmount::gross);
            var tax = sum(change.amount.currency(), same, TaxedAmount::tax);
            if (!gross.isZero() || !tax.isZero()) {
                lines.add(DocumentLine.of(change.kind, change.text, change.itemId, rate, gross, tax));
            }
        }
        return lines;
    }

    private static DocumentSums sums(Currency currency, List<DocumentLine> lines) {
        var taxes =
                lines.stream()
                        .collect(Collectors.groupingBy(line -> Optional.ofNullable(line.rate())))
                        .entrySet()
                        .stream()
                        .map(rate -> new DocumentTax(
                                rate.getKey().orElse(null),
                                sum(currency, rate.getValue(), DocumentLine::net),
                                sum(currency, rate.getValue(), DocumentLine::tax),
                                sum(currency, rate.getValue(), DocumentLine::gross)))
                        .filter(row -> !row.net().isZero() || !row.tax().isZero())
                        .sorted(Comparator.comparing(
                                DocumentTax::rate, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
        return new DocumentSums(
                lines,
                taxes,
                sum(currency, lines, DocumentLine::net),
                sum(currency, lines, DocumentLine::tax),
                sum(currency, lines, DocumentLine::gross));
    }

    private static <T> Money sum(Currency currency, List<T> of, Function<T, Money> what) {
        return Money.sum(currency, of.stream().map(what).toList());
    }
}
