package app.retour.orders.mapping;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.csv.ExtraRow;
import app.retour.orders.csv.RowRemark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of one order: its goods, and what stands among them and is none. */
final class MappedLines {
    private static final int FINER_THAN_A_CENT = 4;
    private final Currency currency;
    private final Consumer<RowRemark> remarks;
    private final List<MappedRow> goods = new ArrayList<>();
    private final List<Money> listed = new ArrayList<>();
    private final Map<ExtraRow.Kind, Money> extras = new EnumMap<>(ExtraRow.Kind.class);
    private final boolean afterDiscounts;

    MappedLines(MappedOrder order, Currency currency, Consumer<RowRemark> remarks) {
        this.currency = currency;
        this.remarks = remarks;
        for (var row : order.rows()) {
            products(row).forEach(this::add);
        }
        if (goods.isEmpty()) {
            throw order.wrong(OrderField.TITLE, "names no goods");
        }
        afterDiscounts = goods.stream().allMatch(row -> row.text(OrderField.LINE_TOTAL) != null);
    }

    private static List<MappedRow> products(MappedRow row) {
        if (!row.mapping().tells(OrderField.ITEMS)) {
            return List.of(row);
        }
        var cell = row.required(OrderField.ITEMS);
        return ItemsCell.read(cell)
                .orElseThrow(() -> row.wrong(
                        OrderField.ITEMS,
                        "does not tell each product with name, quantity and price; export one row per product"))
                .stream()
                .map(row::with)
                .toList();
    }

    private void add(MappedRow row) {
        var kind = ExtraRow.kind(
                row.text(OrderField.TITLE), row.truth(OrderField.NEEDS_SHIPPING), row.truth(OrderField.TAXABLE));
        if (kind == null && quantity(row) == 0) {
            remarks.accept(new RowRemark(
                    row.row().line(),
                    row.mapping().column(OrderField.QUANTITY),
                    "A line of no pieces, as one that was given back already, was left out"));
            return;
        }
        var sum = sum(row);
        if (kind != null) {
            extras.merge(kind, sum, Money::plus);
        } else if (sum.isNegative()) {
            throw row.wrong(
                    row.text(OrderField.LINE_TOTAL) == null ? OrderField.UNIT_PRICE : OrderField.LINE_TOTAL,
                    "is negative");
        } else {
            goods.add(row);
            listed.add(sum);
        }
    }

    /** What all pieces of a line cost, after its own discount. */
    private Money sum(MappedRow row) {
        if (row.text(OrderField.LINE_TOTAL) != null) {
            return row.money(OrderField.LINE_TOTAL, currency);
        }
        var price = row.decimal(OrderField.UNIT_PRICE);
        if (price == null) {
            throw row.wrong(OrderField.UNIT_PRICE, "is empty");
        }
        row.isOf(currency, OrderField.UNIT_PRICE);
        var whole = Money.rounded(price.multiply(BigDecimal.valueOf(quantity(row))), currency);
        return whole.minus(row.taken(OrderField.LINE_DISCOUNT, currency).min(whole.max(Money.zero(currency))));
    }

    private static int quantity(MappedRow row) {
        var quantity = Objects.requireNonNullElse(
                row.whole(OrderField.QUANTITY), row.mapping().tells(OrderField.QUANTITY) ? -1 : 1);
        if (quantity < 0 || quantity > 100_000) {
            throw row.wrong(OrderField.QUANTITY, "is not a number from 1 to 100,000");
        }
        return quantity;
    }

    List<Money> listed() {
        return List.copyOf(listed);
    }

    /** Of a tip and the like, what stood among the lines. */
    Money extra(ExtraRow.Kind kind) {
        return extras.getOrDefault(kind, Money.zero(currency));
    }

    boolean afterDiscounts() {
        return afterDiscounts;
    }

    /** @param shipped whether the order is */
    List<LineUpsert> told(List<Money> paid, boolean shipped) {
        var taxed = goods.stream().allMatch(row -> row.text(OrderField.LINE_TAX) != null);
        var lines = new ArrayList<LineUpsert>();
        for (var i = 0; i < goods.size(); i++) {
            lines.add(line(goods.get(i), paid.get(i), shipped, taxed));
        }
        return List.copyOf(lines);
    }

    private LineUpsert line(MappedRow row, Money paid, boolean shipped, boolean taxed) {
        var quantity = quantity(row);
        return new LineUpsert(
                row.unspoilt(OrderField.LINE_ID, true, remarks),
                row.unspoilt(OrderField.SKU, false, remarks),
                title(row),
                row.text(OrderField.VARIANT),
                quantity,
                shippedOf(row, quantity, shipped),
                unitPrice(row, paid, quantity),
                paid.amount(),
                tax(row, taxed),
                row.decimal(OrderField.TAX_RATE),
                null,
                null,
                row.text(OrderField.VENDOR),
                row.text(OrderField.PRODUCT_TYPE),
                null,
                null);
    }

    private static String title(MappedRow row) {
        var title = row.text(OrderField.TITLE) == null ? row.text(OrderField.SKU) : row.text(OrderField.TITLE);
        if (title == null) {
            throw row.wrong(row.mapping().tells(OrderField.TITLE) ? OrderField.TITLE : OrderField.SKU, "is empty");
        }
        return title;
    }

    private static int shippedOf(MappedRow row, int quantity, boolean shipped) {
        var told = row.whole(OrderField.SHIPPED_QUANTITY);
        return told == null ? shipped ? quantity : 0 : Math.min(told, quantity);
    }

    private static BigDecimal unitPrice(MappedRow row, Money paid, int quantity) {
        var price = row.decimal(OrderField.UNIT_PRICE);
        return price != null
                ? price
                : paid.amount()
                        .divide(BigDecimal.valueOf(quantity), FINER_THAN_A_CENT, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    private @Nullable BigDecimal tax(MappedRow row, boolean taxed) {
        if (Boolean.FALSE.equals(row.truth(OrderField.TAXABLE))) {
            return BigDecimal.ZERO;
        }
        return taxed ? row.positive(OrderField.LINE_TAX, currency).amount() : null;
    }
}
