package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.ExtraRow;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is paid beside goods, shipping and tax: told in columns of its own or, as apps do, in rows among the lines.
 *
 * @param inRows what of it stood in rows
 */
record ShopifyExtras(Money tips, Money paymentFee, Money duties, Money rounding, Money inRows) {
    static ShopifyExtras of(CsvRow head, List<CsvRow> rows, Currency currency) {
        var tips = told(head, rows, currency, ExtraRow.Kind.TIP, "Tip", "Tips", "Tip Amount");
        var fee = told(head, rows, currency, ExtraRow.Kind.PAYMENT_FEE, "Payment Fee", "Payment Fees");
        var duties = told(head, rows, currency, ExtraRow.Kind.DUTIES, "Duties");
        var rounding = told(head, rows, currency, ExtraRow.Kind.ROUNDING, "Cash Rounding", "Rounding");
        return new ShopifyExtras(
                tips.sum,
                fee.sum,
                duties.sum,
                rounding.sum,
                tips.inRows.plus(fee.inRows).plus(duties.inRows).plus(rounding.inRows));
    }

    /** Null for goods. */
    static ExtraRow.@Nullable Kind kind(CsvRow row) {
        return ExtraRow.kind(
                row.text("Lineitem name"), row.truth("Lineitem requires shipping"), row.truth("Lineitem taxable"));
    }

    /** Cash is rounded down as well as up; nothing else is below nothing. */
    private static Money signed(CsvRow row, Currency currency, String column) {
        var amount = row.decimal(currency.getDefaultFractionDigits(), column);
        return amount != null
                        && amount.signum() < 0
                        && (column.contains("Rounding") || kind(row) == ExtraRow.Kind.ROUNDING)
                ? ShopifyOrders.money(row, currency, amount, column)
                : ShopifyOrders.amount(row, currency, column);
    }

    private record Told(Money sum, Money inRows) {}

    /** Where both tell it, they tell the same once. */
    private static Told told(CsvRow head, List<CsvRow> rows, Currency currency, ExtraRow.Kind kind, String... columns) {
        var column = Stream.of(columns)
                .filter(head::has)
                .findFirst()
                .map(name -> signed(head, currency, name))
                .orElseGet(() -> Money.zero(currency));
        var inRows = Money.sum(
                currency,
                rows.stream()
                        .filter(row -> kind(row) == kind)
                        .map(row -> signed(row, currency, "Lineitem price")
                                .times(ShopifyOrders.quantity(row))
                                .minus(ShopifyOrders.amount(row, currency, "Lineitem discount")))
                        .toList());
        return new Told(column.isZero() ? inRows : column, inRows);
    }

    Money sum() {
        return tips.plus(paymentFee).plus(duties).plus(rounding);
    }

    /**
     * Some subtotals count such rows, others do not; the total shows which.
     *
     * @param net the goods after the discount
     */
    Money goodsOnly(Money subtotal, Money shippingAndTax, Money shipping, Money total, Money net) {
        if (inRows.isZero()) {
            return subtotal;
        }
        var less = subtotal.minus(inRows);
        if (fits(subtotal, shippingAndTax, shipping, total)) {
            return subtotal;
        }
        return fits(less, shippingAndTax, shipping, total) || less.equals(net) ? less : subtotal;
    }

    private boolean fits(Money goods, Money shippingAndTax, Money shipping, Money total) {
        var rest = total.minus(goods).minus(sum());
        return rest.equals(shippingAndTax) || rest.equals(shipping);
    }
}
