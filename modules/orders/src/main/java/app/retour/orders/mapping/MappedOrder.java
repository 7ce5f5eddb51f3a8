package app.retour.orders.mapping;

import app.retour.kernel.Money;
import app.retour.orders.csv.RowNotUnderstood;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one order. What holds for all of it stands in the first of them, in any, or in each. */
record MappedOrder(List<MappedRow> rows) {
    private static final List<OrderField> ONE_FOR_ALL = Stream.concat(
                    Stream.of(
                            OrderField.EXTERNAL_ID,
                            OrderField.EMAIL,
                            OrderField.CURRENCY,
                            OrderField.PLACED_AT,
                            OrderField.SHIP_POSTCODE),
                    Stream.of(OrderField.values()).filter(field -> field.part() == OrderField.Part.SUMS))
            .toList();

    /** The row that tells it, else the first. */
    MappedRow first(OrderField field) {
        return rows.stream().filter(row -> row.text(field) != null).findFirst().orElseGet(rows::getFirst);
    }

    /**
     * When the last parcel was where the field says: of several times that rows tell the latest. Where they differ, a row
     * without one is of a parcel that is not there yet.
     *
     * @return null while one is still to come, or nobody tells
     */
    @Nullable
    Instant last(OrderField field) {
        var told =
                rows.stream().map(row -> Optional.ofNullable(row.time(field))).toList();
        var known = told.stream().flatMap(Optional::stream).distinct().toList();
        var oneIsMissing = told.stream().anyMatch(Optional::isEmpty);
        return known.size() > 1 && oneIsMissing
                ? null
                : known.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether any row tells a time: one parcel at least is there. */
    boolean began(OrderField field) {
        return rows.stream().anyMatch(row -> row.time(field) != null);
    }

    @Nullable
    String text(OrderField field) {
        return first(field).text(field);
    }

    String required(OrderField field) {
        return first(field).required(field);
    }

    Money positive(OrderField field, Currency currency) {
        return first(field).positive(field, currency);
    }

    /** @throws RowNotUnderstood when two rows tell different things of the order */
    void agrees() {
        for (var field : ONE_FOR_ALL) {
            var first = first(field);
            var told = first.text(field);
            for (var row : rows) {
                var other = row.text(field);
                if (told != null && other != null && !told.equalsIgnoreCase(other)) {
                    throw row.wrong(
                            field,
                            "differs between the rows of this order (lines %d and %d)%s"
                                    .formatted(
                                            first.row().line(),
                                            row.row().line(),
                                            field.part() == OrderField.Part.SUMS
                                                    ? "; if it is about one line only, do not map it to the order"
                                                    : ""));
                }
            }
        }
    }

    /** A whole name, or put together from its parts. */
    @Nullable
    String name(OrderField whole, OrderField given, OrderField family) {
        var name = text(whole);
        if (name != null) {
            return name;
        }
        var parts =
                Stream.of(text(given), text(family)).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return parts.isEmpty() ? null : parts;
    }

    RowNotUnderstood wrong(OrderField field, String what) {
        return first(field).wrong(field, what);
    }
}
