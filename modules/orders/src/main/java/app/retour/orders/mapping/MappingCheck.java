package app.retour.orders.mapping;

import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.CurrencyMarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a mapping lacks, seen on the file that it is for. */
final class MappingCheck {
    private static final List<OrderField> DATES =
            List.of(OrderField.PLACED_AT, OrderField.FULFILLED_AT, OrderField.DELIVERED_AT, OrderField.CANCELED_AT);
    private static final List<OrderField> AMOUNTS = Stream.concat(
                    Stream.of(OrderField.values()).filter(field -> field.part() == OrderField.Part.SUMS),
                    Stream.of(
                            OrderField.UNIT_PRICE,
                            OrderField.LINE_TOTAL,
                            OrderField.LINE_DISCOUNT,
                            OrderField.LINE_TAX))
            .toList();

    private MappingCheck() {}

    static boolean isAmount(OrderField field) {
        return AMOUNTS.contains(field);
    }

    static List<String> dates(ColumnMapping mapping) {
        return columns(mapping, DATES);
    }

    static List<String> amounts(ColumnMapping mapping) {
        return columns(mapping, AMOUNTS);
    }

    private static List<String> columns(ColumnMapping mapping, List<OrderField> fields) {
        return fields.stream()
                .map(mapping::column)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<MappingProblem> of(ColumnMapping mapping, CsvFile file, FileSample sample) {
        var problems = new ArrayList<MappingProblem>();
        mapping.columns().forEach((field, column) -> {
            if (!file.hasColumn(column)) {
                problems.add(new MappingProblem(field, column, "The file has no column “%s”".formatted(column)));
            }
        });
        twice(mapping, problems);
        needs(mapping, problems, OrderField.NUMBER, "Say which column holds the order's number");
        needs(mapping, problems, OrderField.PLACED_AT, "Say which column holds the date of the order");
        var advice = KnownExports.adviceFor(file);
        if (advice.isPresent() && !mapping.tells(OrderField.TITLE) && !mapping.tells(OrderField.ITEMS)) {
            problems.add(new MappingProblem(null, null, advice.get()));
        } else {
            products(mapping, problems);
        }
        currency(mapping, sample, problems);
        if (!mapping.tells(OrderField.TOTAL)
                && mapping.tells(OrderField.TAXES)
                && mapping.prices() == TaxMode.UNKNOWN) {
            problems.add(new MappingProblem(
                    OrderField.TOTAL,
                    null,
                    "Say which column holds the order's total, or whether tax is in the prices"));
        }
        writing(mapping, sample, problems);
        return problems;
    }

    /** A column holds one amount: read as two, one of them is wrong. */
    private static void twice(ColumnMapping mapping, List<MappingProblem> problems) {
        var told = new LinkedHashMap<String, OrderField>();
        for (var field : OrderField.values()) {
            var column = mapping.column(field);
            if (column != null && (isAmount(field) || field == OrderField.QUANTITY || field == OrderField.TAX_RATE)) {
                var other = told.putIfAbsent(CsvRow.key(column), field);
                if (other != null) {
                    problems.add(new MappingProblem(
                            field,
                            column,
                            "“%s” is already said to be “%s”; a column holds one of them"
                                    .formatted(column, other.label())));
                }
            }
        }
    }

    private static void currency(ColumnMapping mapping, FileSample sample, List<MappingProblem> problems) {
        var currency = mapping.currency();
        if (mapping.tells(OrderField.CURRENCY)) {
            return;
        }
        if (currency == null) {
            problems.add(new MappingProblem(OrderField.CURRENCY, null, "Say which currency the amounts are in"));
            return;
        }
        amounts(mapping).stream()
                .flatMap(column -> sample.values(column).stream())
                .filter(amount -> CurrencyMarks.contradict(amount, currency))
                .findFirst()
                .ifPresent(amount -> problems.add(new MappingProblem(
                        OrderField.CURRENCY,
                        null,
                        "%s is not written in %s; say which currency the amounts are in"
                                .formatted(amount, currency.getCurrencyCode()))));
    }

    private static void products(ColumnMapping mapping, List<MappingProblem> problems) {
        if (mapping.rows() == ColumnMapping.Rows.ORDER_PER_ROW) {
            needs(
                    mapping,
                    problems,
                    OrderField.ITEMS,
                    "Say which column holds all products of an order, or that each row is one product");
            return;
        }
        if (mapping.tells(OrderField.ITEMS)) {
            problems.add(new MappingProblem(
                    OrderField.ITEMS,
                    mapping.column(OrderField.ITEMS),
                    "One cell with all products needs rows that are whole orders"));
        }
        if (!mapping.tells(OrderField.SKU)) {
            needs(mapping, problems, OrderField.TITLE, "Say which column holds the product's name");
        }
        if (!mapping.tells(OrderField.LINE_TOTAL)) {
            needs(
                    mapping,
                    problems,
                    OrderField.UNIT_PRICE,
                    "Say which column holds the price of one, or the line's total");
        }
    }

    private static void needs(ColumnMapping mapping, List<MappingProblem> problems, OrderField field, String message) {
        if (!mapping.tells(field)) {
            problems.add(new MappingProblem(field, null, message));
        }
    }

    /** Dates and amounts must read as the mapping says, and in one way only. */
    private static void writing(ColumnMapping mapping, FileSample sample, List<MappingProblem> problems) {
        var dates = sample.dates(dates(mapping));
        var placed = mapping.column(OrderField.PLACED_AT);
        if (placed != null && mapping.dates() == null) {
            problems.add(new MappingProblem(
                    OrderField.PLACED_AT,
                    placed,
                    dates.isEmpty()
                            ? "These are no dates that can be read, or not all in one style; write them like 2026-03-29"
                            : "Day and month cannot be told apart here; say which comes first"));
        } else if (placed != null && !dates.contains(mapping.dates())) {
            problems.add(new MappingProblem(
                    OrderField.PLACED_AT,
                    placed,
                    "Not all dates here are written like "
                            + Objects.requireNonNull(mapping.dates()).example()));
        }
        if (mapping.decimalSign() == null) {
            var ambiguous = sample.ambiguous(amounts(mapping));
            problems.add(new MappingProblem(
                    OrderField.TOTAL,
                    null,
                    ambiguous == null
                            ? "Some amounts have a comma before the cents and others a dot; say which is right"
                            : "%s can be read in two ways; say which sign stands before the cents"
                                    .formatted(ambiguous)));
        }
    }
}
