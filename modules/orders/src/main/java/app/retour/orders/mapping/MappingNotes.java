package app.retour.orders.mapping;

import app.retour.orders.csv.CsvFile;
import java.util.ArrayList;
import java.util.List;

/** What no column of a file tells, and what follows for its orders: silence would look as if all were well. */
final class MappingNotes {
    private final ColumnMapping mapping;
    private final List<MappingNote> notes = new ArrayList<>();

    private MappingNotes(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    static List<MappingNote> of(ColumnMapping mapping, CsvFile file) {
        var notes = new MappingNotes(mapping);
        notes.whoMayReturn();
        notes.sums();
        notes.products();
        notes.twins(file);
        return List.copyOf(notes.notes);
    }

    private boolean none(OrderField... fields) {
        return List.of(fields).stream().noneMatch(mapping::tells);
    }

    private void note(OrderField field, String message) {
        notes.add(new MappingNote(field, message));
    }

    private void whoMayReturn() {
        if (none(OrderField.STATUS, OrderField.FULFILLED_AT, OrderField.DELIVERED_AT, OrderField.SHIPPED_QUANTITY)) {
            note(
                    OrderField.STATUS,
                    "No column says what was shipped. The orders count as not shipped, and nothing of them can be returned");
        }
        if (none(OrderField.EMAIL, OrderField.SHIP_POSTCODE, OrderField.BILL_POSTCODE)) {
            note(
                    OrderField.EMAIL,
                    mapping.tells(OrderField.PHONE)
                            ? "No column tells e-mail or postcode. Shoppers open their orders with the phone number"
                            : "No column tells e-mail or postcode. Shoppers cannot open these orders; you would send each a link");
        }
        if (none(OrderField.PAYMENT_METHOD)) {
            note(
                    OrderField.PAYMENT_METHOD,
                    "No column tells how the orders were paid. A person says so for each refund");
        }
    }

    private void sums() {
        var checked = mapping.tells(OrderField.TOTAL);
        if (none(OrderField.SHIPPING)) {
            note(
                    OrderField.SHIPPING,
                    "No column tells the shipping paid. It counts as 0.00 and is never given back"
                            + (checked
                                    ? "; where the total contains some, the sums do not agree and a person checks each refund"
                                    : ""));
        }
        if (none(OrderField.TAXES, OrderField.LINE_TAX) && checked) {
            note(
                    OrderField.TAXES,
                    "No column tells taxes. Where the prices are without tax, the sums do not agree and a person checks each refund");
        }
        if (none(OrderField.DISCOUNT, OrderField.LINE_DISCOUNT, OrderField.LINE_TOTAL)) {
            note(
                    OrderField.DISCOUNT,
                    checked
                            ? "No column tells discounts. Where there was one, the sums do not agree and a person checks each refund"
                            : "No column tells discounts, nor the total that would show them. Where there was one, refunds are too high");
        }
        if (!checked) {
            note(
                    OrderField.TOTAL,
                    "No column tells the order's total. It is reckoned from the products, so a mistake in them goes unseen");
        }
    }

    private void products() {
        if (mapping.rows() == ColumnMapping.Rows.LINE_PER_ROW && none(OrderField.QUANTITY)) {
            note(OrderField.QUANTITY, "No column tells the quantity. Each row counts as one piece");
        }
        if (mapping.rows() == ColumnMapping.Rows.LINE_PER_ROW && none(OrderField.SKU)) {
            note(
                    OrderField.SKU,
                    "No column tells SKUs. The products are not joined with your products file, so rules know no tags, type or weight");
        }
    }

    private void twins(CsvFile file) {
        file.twins().ifPresent(twins -> {
            var known = file.header().stream().filter(file::hasTwin).toList();
            for (var field : OrderField.values()) {
                if (!mapping.tells(field) && known.stream().anyMatch(column -> KnownExports.mayTell(field, column))) {
                    note(
                            field,
                            "Two columns have the same name, so neither was taken: %s. Choose the one that is right"
                                    .formatted(String.join(", ", known)));
                    return;
                }
            }
        });
    }
}
