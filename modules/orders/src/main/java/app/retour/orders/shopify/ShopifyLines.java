package app.retour.orders.shopify;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The goods of an order, as the export of orders tells them, and where they went. */
final class ShopifyLines {
    private ShopifyLines() {}

    static List<DiscountShares.Line> listed(List<CsvRow> rows, Currency currency) {
        return rows.stream()
                .map(row -> new DiscountShares.Line(
                        Money.rounded(
                                price(row, currency).multiply(BigDecimal.valueOf(ShopifyOrders.quantity(row))),
                                currency),
                        ShopifyOrders.amount(row, currency, "Lineitem discount")))
                .toList();
    }

    /** @param head the row that tells of the whole order */
    static List<LineUpsert> of(
            List<CsvRow> rows, CsvRow head, Currency currency, List<Money> paid, Consumer<RowRemark> remarks) {
        var fulfilled = "fulfilled".equalsIgnoreCase(head.text("Fulfillment Status"));
        var lines = new ArrayList<LineUpsert>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var quantity = ShopifyOrders.quantity(row);
            lines.add(new LineUpsert(
                    null,
                    row.unspoilt(false, remarks, "Lineitem sku"),
                    row.required("Lineitem name"),
                    null,
                    quantity,
                    isShipped(row, fulfilled) ? quantity : 0,
                    price(row, currency),
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

    /** May be finer than a cent. */
    private static BigDecimal price(CsvRow row, Currency currency) {
        var price = Objects.requireNonNullElse(
                row.decimal(currency.getDefaultFractionDigits(), "Lineitem price"), BigDecimal.ZERO);
        if (price.signum() < 0) {
            throw row.wrong("Lineitem price", "is negative");
        }
        ShopifyOrders.isOf(row, currency, "Lineitem price");
        return price;
    }

    /** @param whose Shipping or Billing */
    static @Nullable PostalAddress address(CsvRow row, String whose) {
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
