package app.retour.orders.mapping;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.ExtraRow;
import app.retour.orders.csv.Fingerprint;
import app.retour.orders.csv.PaymentMeans;
import app.retour.orders.csv.RowGroups;
import app.retour.orders.csv.RowRemark;
import app.retour.orders.csv.SpreadsheetDamage;
import app.retour.orders.csv.TotalsRow;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.shoppers.PostalAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders of any shop, read by a mapping of columns that lacks nothing. */
final class MappedOrders implements RowGroups<OrderUpsert> {
    private final ColumnMapping mapping;
    private final ZoneId zone;

    /** @param zone of times that name none */
    MappedOrders(ColumnMapping mapping, ZoneId zone) {
        this.mapping = mapping;
        this.zone = zone;
    }

    @Override
    public List<String> requiredColumns() {
        return mapping.columns().values().stream().sorted().toList();
    }

    @Override
    public @Nullable String subject(CsvRow row) {
        return addsUp(row) ? null : new MappedRow(row, mapping, zone).text(OrderField.NUMBER);
    }

    @Override
    public String key(String subject) {
        return OrderNumber.of(subject).key();
    }

    @Override
    public String subjectColumn() {
        return Objects.requireNonNullElse(mapping.column(OrderField.NUMBER), OrderField.NUMBER.label());
    }

    @Override
    public boolean tellsTwinsApart() {
        return true;
    }

    @Override
    public boolean addsUp(CsvRow row) {
        var told = new MappedRow(row, mapping, zone);
        return TotalsRow.is(
                told.text(OrderField.NUMBER),
                told.text(mapping.tells(OrderField.ITEMS) ? OrderField.ITEMS : OrderField.TITLE),
                told.text(OrderField.PLACED_AT));
    }

    @Override
    public OrderUpsert read(List<CsvRow> rows, Consumer<RowRemark> remarks) {
        var order = new MappedOrder(
                rows.stream().map(row -> new MappedRow(row, mapping, zone)).toList());
        order.agrees();
        var number = order.required(OrderField.NUMBER);
        if (SpreadsheetDamage.seenIn(number)) {
            throw order.wrong(OrderField.NUMBER, "was rounded by a spreadsheet; import the shop's file as it came");
        }
        if (mapping.rows() == ColumnMapping.Rows.ORDER_PER_ROW && rows.size() > 1) {
            throw order.wrong(
                    OrderField.NUMBER,
                    "is that of several rows (lines %s), but each row is said to be an order of its own"
                            .formatted(rows.stream()
                                    .map(row -> String.valueOf(row.line()))
                                    .collect(Collectors.joining(", "))));
        }
        var currency = order.first(OrderField.CURRENCY).currency();
        var placed = order.first(OrderField.PLACED_AT).time(OrderField.PLACED_AT);
        if (placed == null) {
            throw order.wrong(OrderField.PLACED_AT, "is empty");
        }
        return order(order, new MappedLines(order, currency, remarks), number, placed, currency, remarks);
    }

    private OrderUpsert order(
            MappedOrder order,
            MappedLines lines,
            String number,
            Instant placed,
            Currency currency,
            Consumer<RowRemark> remarks) {
        var status = OrderStatus.of(order.text(OrderField.STATUS), order.text(OrderField.PAYMENT_STATUS));
        var canceled = order.first(OrderField.CANCELED_AT).time(OrderField.CANCELED_AT);
        var shipped = order.last(OrderField.FULFILLED_AT);
        var delivered = order.last(OrderField.DELIVERED_AT);
        var buyer = order.name(OrderField.NAME, OrderField.FIRST_NAME, OrderField.LAST_NAME);
        var recipient = order.name(OrderField.SHIP_NAME, OrderField.SHIP_FIRST_NAME, OrderField.SHIP_LAST_NAME);
        var shipping = order.positive(OrderField.SHIPPING, currency);
        var shippingTax = order.positive(OrderField.SHIPPING_TAX, currency);
        var taxes = order.positive(OrderField.TAXES, currency);
        var duties = order.positive(OrderField.DUTIES, currency).plus(lines.extra(ExtraRow.Kind.DUTIES));
        var tips = order.positive(OrderField.TIPS, currency).plus(lines.extra(ExtraRow.Kind.TIP));
        var fee = order.positive(OrderField.PAYMENT_FEE, currency).plus(lines.extra(ExtraRow.Kind.PAYMENT_FEE));
        var rounding = order.first(OrderField.ROUNDING)
                .money(OrderField.ROUNDING, currency)
                .plus(lines.extra(ExtraRow.Kind.ROUNDING));
        var sums = MappedSums.of(new MappedSums.Told(
                lines.listed(),
                order.first(OrderField.DISCOUNT).taken(OrderField.DISCOUNT, currency),
                shipping.plus(duties).plus(tips).plus(fee).plus(rounding),
                shippingTax,
                taxes,
                order.text(OrderField.TOTAL) == null ? null : order.positive(OrderField.TOTAL, currency),
                mapping.prices(),
                lines.afterDiscounts()));
        var told = new OrderUpsert(
                order.first(OrderField.EXTERNAL_ID).unspoilt(OrderField.EXTERNAL_ID, true, remarks),
                number,
                order.text(OrderField.EMAIL),
                buyer == null ? recipient : buyer,
                order.first(OrderField.PHONE).unspoilt(OrderField.PHONE, false, remarks),
                placed,
                shipped,
                delivered,
                canceled == null && status.canceled() ? placed : canceled,
                currency,
                null,
                sums.subtotal().amount(),
                null,
                new OrderUpsert.Charges(
                        shipping.amount(),
                        mapping.tells(OrderField.SHIPPING_TAX) ? shippingTax.amount() : null,
                        fee.amount(),
                        duties.amount(),
                        tips.amount(),
                        rounding.amount()),
                taxes.amount(),
                sums.total().amount(),
                null,
                status.payment(),
                order.text(OrderField.REFUNDED) == null
                        ? null
                        : order.first(OrderField.REFUNDED)
                                .taken(OrderField.REFUNDED, currency)
                                .amount(),
                null,
                list(order, OrderField.TAGS),
                list(order, OrderField.DISCOUNT_CODES),
                Countries.code(order.text(OrderField.SHIP_COUNTRY)),
                order.text(OrderField.CHANNEL),
                null,
                null,
                tenders(order, sums.total()),
                shipTo(order),
                billTo(order),
                lines.told(
                        sums.paid(),
                        status.shipped()
                                || order.began(OrderField.FULFILLED_AT)
                                || order.began(OrderField.DELIVERED_AT)),
                null);
        return told.withFingerprint(Fingerprint.of(told));
    }

    private static @Nullable List<TenderUpsert> tenders(MappedOrder order, Money total) {
        var label = order.text(OrderField.PAYMENT_METHOD);
        return label == null
                ? null
                : List.of(new TenderUpsert(PaymentMeans.id(0, label), PaymentMeans.kind(label), total.amount(), label));
    }

    private @Nullable List<String> list(MappedOrder order, OrderField field) {
        if (!mapping.tells(field)) {
            return null;
        }
        var text = order.text(field);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;|]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    private static @Nullable PostalAddress shipTo(MappedOrder order) {
        return address(
                order.name(OrderField.SHIP_NAME, OrderField.SHIP_FIRST_NAME, OrderField.SHIP_LAST_NAME),
                order.text(OrderField.SHIP_COMPANY),
                order.text(OrderField.SHIP_STREET),
                order.text(OrderField.SHIP_STREET_2),
                order.text(OrderField.SHIP_CITY),
                order.text(OrderField.SHIP_POSTCODE),
                order.text(OrderField.SHIP_PROVINCE),
                Countries.code(order.text(OrderField.SHIP_COUNTRY)));
    }

    private static @Nullable PostalAddress billTo(MappedOrder order) {
        return address(
                null,
                null,
                null,
                null,
                order.text(OrderField.BILL_CITY),
                order.text(OrderField.BILL_POSTCODE),
                null,
                Countries.code(order.text(OrderField.BILL_COUNTRY)));
    }

    private static @Nullable PostalAddress address(@Nullable String... parts) {
        return Stream.of(parts).allMatch(Objects::isNull)
                ? null
                : new PostalAddress(
                        parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], null);
    }
}
