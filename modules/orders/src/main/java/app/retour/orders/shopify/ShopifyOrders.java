package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.CurrencyMarks;
import app.retour.orders.csv.Fingerprint;
import app.retour.orders.csv.RowGroups;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.csv.SpreadsheetDamage;
import app.retour.orders.csv.TotalsRow;
import app.retour.orders.rows.OrderNumber;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The export of orders: an order is a row with its sums, and a row more for each further line, by the same name. Notes,
 * browser details and the like are not kept.
 */
final class ShopifyOrders implements RowGroups<OrderUpsert> {
    static final List<String> COLUMNS =
            List.of("Name", "Created at", "Total", "Currency", "Lineitem name", "Lineitem quantity");

    @Override
    public List<String> requiredColumns() {
        return COLUMNS;
    }

    @Override
    public @Nullable String subject(CsvRow row) {
        return addsUp(row) ? null : row.text("Name");
    }

    @Override
    public String key(String subject) {
        return OrderNumber.of(subject).key();
    }

    @Override
    public String subjectColumn() {
        return "Name";
    }

    @Override
    public boolean addsUp(CsvRow row) {
        return TotalsRow.is(row.text("Name"), row.text("Lineitem name"), row.text("Created at"));
    }

    @Override
    public OrderUpsert read(List<CsvRow> rows, Consumer<RowRemark> remarks) {
        var first = head(rows);
        var number = first.required("Name");
        if (SpreadsheetDamage.seenIn(number)) {
            throw first.wrong("Name", "was rounded by a spreadsheet; import the shop's file as it came");
        }
        var currency = currency(first);
        var total = amount(first, currency, first.required("Total"), "Total");
        var goods = rows.stream().filter(row -> ShopifyExtras.kind(row) == null).toList();
        if (goods.isEmpty()) {
            throw first.wrong("Lineitem name", "names no goods, only what is paid beside them");
        }
        var listed = ShopifyLines.listed(goods, currency);
        var net = Money.sum(
                currency, listed.stream().map(DiscountShares.Line::net).toList());
        var discount = amount(first, currency, "Discount Amount");
        var extras = ShopifyExtras.of(first, rows, currency);
        var shipping = amount(first, currency, "Shipping");
        var taxes = amount(first, currency, "Taxes");
        var subtotal = first.text("Subtotal") == null
                ? net.minus(discount.min(net))
                : extras.goodsOnly(
                        amount(first, currency, "Subtotal"),
                        shipping.plus(taxes),
                        shipping,
                        total,
                        net.minus(discount.min(net)));
        var shares = DiscountShares.of(listed, discount, subtotal, shipping);
        var kept = shipping(shipping, shares.offShipping(), subtotal, taxes, total.minus(extras.sum()));
        var rounding = extras.rounding().isZero()
                ? CashRounding.of(
                        first.text("Payment Method"), total, subtotal.plus(kept).plus(extras.sum()), taxes)
                : extras.rounding();
        var told = new OrderUpsert(
                first.unspoilt(true, remarks, "Id"),
                number,
                first.text("Email"),
                first.text("Billing Name", "Shipping Name"),
                first.unspoilt(false, remarks, "Phone", "Shipping Phone", "Billing Phone"),
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
                        kept.amount(),
                        null,
                        extras.paymentFee().amount(),
                        extras.duties().amount(),
                        extras.tips().amount(),
                        rounding.amount()),
                taxes.amount(),
                total.amount(),
                null,
                ShopifyPayments.state(first.text("Financial Status")),
                // A file that does not say it must not make what another source told due again.
                first.text("Refunded Amount") == null
                        ? null
                        : amount(first, currency, "Refunded Amount").amount(),
                null,
                first.list("Tags"),
                first.list("Discount Code"),
                first.text("Shipping Country"),
                first.text("Source"),
                null,
                null,
                ShopifyPayments.tenders(first, total),
                ShopifyLines.address(first, "Shipping"),
                ShopifyLines.address(first, "Billing"),
                ShopifyLines.of(goods, first, currency, shares.paid(), remarks),
                null);
        return told.withFingerprint(Fingerprint.of(told));
    }

    /** The row with the sums: the first, unless somebody sorted the file. */
    private static CsvRow head(List<CsvRow> rows) {
        for (var column : List.of("Total", "Currency", "Email", "Id")) {
            var told = rows.stream().filter(row -> row.text(column) != null).toList();
            var other = told.stream()
                    .filter(row -> !row.required(column)
                            .equalsIgnoreCase(told.getFirst().required(column)))
                    .findFirst();
            if (other.isPresent()) {
                throw other.get()
                        .wrong(
                                column,
                                "differs between the rows of this order (lines %d and %d)"
                                        .formatted(
                                                told.getFirst().line(),
                                                other.get().line()));
            }
        }
        return rows.stream()
                .filter(row -> row.text("Total") != null)
                .findFirst()
                .orElseGet(rows::getFirst);
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
     * @param total without duties, tips and fees
     */
    private static Money shipping(Money shown, Money off, Money subtotal, Money taxes, Money total) {
        var whole = subtotal.plus(shown);
        var fits = whole.equals(total) || whole.plus(taxes).equals(total);
        var less = whole.minus(off);
        var isLess = !fits && !less.minus(subtotal).isNegative();
        return isLess && (less.equals(total) || less.plus(taxes).equals(total)) ? shown.minus(off) : shown;
    }

    static int quantity(CsvRow row) {
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

    static Money amount(CsvRow row, Currency currency, String column) {
        return amount(row, currency, row.text(column), column);
    }

    private static Money amount(CsvRow row, Currency currency, @Nullable String text, String column) {
        var amount = text == null
                ? BigDecimal.ZERO
                : Objects.requireNonNull(row.decimal(currency.getDefaultFractionDigits(), column));
        if (amount.signum() < 0) {
            throw row.wrong(column, "is negative");
        }
        isOf(row, currency, column);
        return money(row, currency, amount, column);
    }

    /** An amount may name its currency; then it must be the order's. */
    static void isOf(CsvRow row, Currency currency, String column) {
        var text = row.text(column);
        if (text != null && CurrencyMarks.contradict(text, currency)) {
            throw row.wrong(column, "is %s, but the order is in %s".formatted(text, currency.getCurrencyCode()));
        }
    }

    static Money money(CsvRow row, Currency currency, BigDecimal amount, String column) {
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw row.wrong(column, "has more decimals than " + currency + " knows");
        }
    }
}
