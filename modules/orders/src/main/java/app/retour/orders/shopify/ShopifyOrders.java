package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.PostalAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The export of orders: an order is a row with its sums, and a row more for each further line, by the same name. Notes,
 * browser details and the like are not kept.
 */
final class ShopifyOrders implements RowGroups<OrderUpsert> {
    @Override
    public List<String> requiredColumns() {
        return List.of("Name", "Created at", "Total", "Currency", "Lineitem name", "Lineitem quantity");
    }

    @Override
    public @Nullable String subject(CsvRow row) {
        return row.text("Name");
    }

    @Override
    public OrderUpsert read(List<CsvRow> rows) {
        var first = rows.getFirst();
        var number = first.required("Name");
        var currency = currency(first);
        var total = amount(first, currency, first.required("Total"), "Total");
        var listed = listed(rows, currency);
        var net = Money.sum(
                currency, listed.stream().map(DiscountShares.Line::net).toList());
        var discount = amount(first, currency, "Discount Amount");
        var subtotal = first.has("Subtotal") && first.text("Subtotal") != null
                ? amount(first, currency, "Subtotal")
                : net.minus(discount.min(net));
        var shipping = amount(first, currency, "Shipping");
        var taxes = amount(first, currency, "Taxes");
        var duties = amount(first, currency, "Duties");
        var tips = tips(first, currency);
        var shares = DiscountShares.of(listed, discount, subtotal, shipping);
        var told = new OrderUpsert(
                first.guarded("Id"),
                number,
                first.text("Email"),
                first.text("Billing Name", "Shipping Name"),
                first.guarded("Phone", "Shipping Phone", "Billing Phone"),
                Objects.requireNonNullElseGet(
                        first.time("Created at"), () -> Objects.requireNonNull(createdAt(rows, first))),
                first.time("Fulfilled at"),
                null,
                first.time("Cancelled at"),
                currency,
                null,
                subtotal.amount(),
                null,
                new OrderUpsert.Charges(
                        shipping(
                                        shipping,
                                        shares.offShipping(),
                                        subtotal,
                                        taxes,
                                        total.minus(duties).minus(tips))
                                .amount(),
                        null,
                        null,
                        duties.amount(),
                        tips.amount(),
                        null),
                taxes.amount(),
                total.amount(),
                null,
                ShopifyPayments.state(first.text("Financial Status")),
                amount(first, currency, "Refunded Amount").amount(),
                null,
                first.list("Tags"),
                first.list("Discount Code"),
                first.text("Shipping Country"),
                first.text("Source"),
                null,
                null,
                ShopifyPayments.tenders(first, total),
                address(first, "Shipping"),
                address(first, "Billing"),
                lines(rows, currency, shares.paid()),
                null);
        return told.withFingerprint(Fingerprint.of(told));
    }

    /** Called differently over the years. */
    private static Money tips(CsvRow row, Currency currency) {
        return Stream.of("Tip", "Tips", "Tip Amount")
                .filter(row::has)
                .findFirst()
                .map(column -> amount(row, currency, column))
                .orElseGet(() -> Money.zero(currency));
    }

    private static java.time.@Nullable Instant createdAt(List<CsvRow> rows, CsvRow first) {
        return rows.stream()
                .map(row -> row.time("Created at"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> first.wrong("Created at", "is empty"));
    }

    /**
     * A discount on shipping is shown either way: taken off the shipping already, or only off the total.
     *
     * @param total without duties and tips
     */
    private static Money shipping(Money shown, Money off, Money subtotal, Money taxes, Money total) {
        var whole = subtotal.plus(shown);
        var fits = whole.equals(total) || whole.plus(taxes).equals(total);
        var less = whole.minus(off);
        var isLess = !fits && !less.minus(subtotal).isNegative();
        return isLess && (less.equals(total) || less.plus(taxes).equals(total)) ? shown.minus(off) : shown;
    }

    private static List<DiscountShares.Line> listed(List<CsvRow> rows, Currency currency) {
        return rows.stream()
                .map(row -> new DiscountShares.Line(
                        amount(row, currency, "Lineitem price").times(quantity(row)),
                        amount(row, currency, "Lineitem discount")))
                .toList();
    }

    private static List<LineUpsert> lines(List<CsvRow> rows, Currency currency, List<Money> paid) {
        var fulfilled = "fulfilled".equalsIgnoreCase(rows.getFirst().text("Fulfillment Status"));
        var lines = new ArrayList<LineUpsert>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var quantity = quantity(row);
            lines.add(new LineUpsert(
                    null,
                    row.text("Lineitem sku"),
                    row.required("Lineitem name"),
                    null,
                    quantity,
                    isShipped(row, fulfilled) ? quantity : 0,
                    amount(row, currency, "Lineitem price").amount(),
                    paid.get(i).amount(),
                    Boolean.FALSE.equals(row.truth("Lineitem taxable")) ? BigDecimal.ZERO : null,
                    null,
                    isGiftCard(row),
                    null,
                    row.text("Vendor"),
                    null,
                    null,
                    null));
        }
        return lines;
    }

    /** A line that is shipped in part counts as shipped: how much of it, the file does not say. */
    private static boolean isShipped(CsvRow row, boolean orderFulfilled) {
        var status = row.text("Lineitem fulfillment status");
        return status == null
                ? orderFulfilled
                : status.equalsIgnoreCase("fulfilled") || status.equalsIgnoreCase("partial");
    }

    /** The file has no mark for gift cards; neither shipped nor taxed, and called so, is one. */
    private static @Nullable Boolean isGiftCard(CsvRow row) {
        var name = row.required("Lineitem name").toLowerCase(Locale.ROOT);
        return Boolean.FALSE.equals(row.truth("Lineitem requires shipping"))
                        && Boolean.FALSE.equals(row.truth("Lineitem taxable"))
                        && (name.contains("gift card") || name.contains("gutschein"))
                ? true
                : null;
    }

    private static int quantity(CsvRow row) {
        var quantity = row.whole("Lineitem quantity");
        if (quantity == null || quantity < 1 || quantity > 100_000) {
            throw row.wrong("Lineitem quantity", "is not a number from 1 to 100,000");
        }
        return quantity;
    }

    private static Currency currency(CsvRow row) {
        try {
            return Currency.getInstance(row.required("Currency").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw row.wrong("Currency", "is not a currency code like EUR");
        }
    }

    private static Money amount(CsvRow row, Currency currency, String column) {
        return amount(row, currency, row.text(column), column);
    }

    private static Money amount(CsvRow row, Currency currency, @Nullable String text, String column) {
        var amount = text == null ? BigDecimal.ZERO : Objects.requireNonNull(row.decimal(column));
        if (amount.signum() < 0) {
            throw row.wrong(column, "is negative");
        }
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw row.wrong(column, "has more decimals than " + currency + " knows");
        }
    }

    private static @Nullable PostalAddress address(CsvRow row, String whose) {
        var address = new PostalAddress(
                row.text(whose + " Name"),
                row.text(whose + " Company"),
                row.text(whose + " Address1", whose + " Street"),
                row.text(whose + " Address2"),
                row.text(whose + " City"),
                row.guarded(whose + " Zip"),
                row.text(whose + " Province Name", whose + " Province"),
                row.text(whose + " Country"),
                row.guarded(whose + " Phone"));
        return address.equals(PostalAddress.EMPTY) ? null : address;
    }
}
