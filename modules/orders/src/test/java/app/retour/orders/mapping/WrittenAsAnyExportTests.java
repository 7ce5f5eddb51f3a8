package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.DecimalSign;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An order that is written as the export of whichever shop system, in whichever country's way, is read as it was. */
class WrittenAsAnyExportTests {
    record Piece(String sku, int quantity, int cents) {}

    record Sold(int number, LocalDate day, List<Piece> pieces, int shipping) {
        BigDecimal goods() {
            return pieces.stream()
                    .map(piece -> BigDecimal.valueOf((long) piece.quantity * piece.cents, 2))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal total() {
            return goods().add(BigDecimal.valueOf(shipping, 2));
        }
    }

    static List<KnownExports.Export> exports() {
        return ExportsThatAreKnownTests.exports().stream()
                .filter(export -> export.rows() != ColumnMapping.Rows.ORDER_PER_ROW)
                .filter(export -> !export.name().startsWith("Etsy"))
                .toList();
    }

    @Provide
    Arbitrary<KnownExports.Export> systems() {
        return Arbitraries.of(exports());
    }

    @Provide
    Arbitrary<List<Sold>> orders() {
        var piece = Combinators.combine(
                        Arbitraries.of("T-1", "C,2", "H \"x\"", "Ü;4"),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 200_000))
                .as(Piece::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1_000, 9_999),
                        Arbitraries.integers()
                                .between(0, 3_000)
                                .map(days -> LocalDate.of(2020, 1, 1).plusDays(days)),
                        piece.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 2_000))
                .as(Sold::new)
                .list()
                .uniqueElements(Sold::number)
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    record Way(char separator, DateStyle dates, Locale amounts) {}

    @Provide
    Arbitrary<Way> ways() {
        return Arbitraries.of(
                new Way(',', DateStyle.YEAR_FIRST, Locale.US),
                new Way(';', DateStyle.DAY_FIRST, Locale.GERMANY),
                new Way('\t', DateStyle.YEAR_FIRST, Locale.GERMANY),
                new Way(',', DateStyle.MONTH_NAMED, Locale.US),
                new Way('|', DateStyle.DAY_FIRST, Locale.US));
    }

    @Property(tries = 150)
    void itIsReadAsItWas(
            @ForAll("systems") KnownExports.Export export,
            @ForAll("orders") List<Sold> orders,
            @ForAll("ways") Way way) {
        var csv = written(export, orders, way);
        var proposed = MappedFiles.proposed(csv);
        assertThat(proposed.system()).isEqualTo(export.name());
        var found = proposed.mapping();
        var told = MappedFiles.read(
                csv,
                new ColumnMapping(
                        found.columns(),
                        found.rows(),
                        way.dates,
                        way.amounts.equals(Locale.US) ? DecimalSign.DOT : DecimalSign.COMMA,
                        found.currency(),
                        found.prices()));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.problem()).as(csv).isNull());
        assertThat(told.stream()
                        .map(each -> Objects.requireNonNull(each.value()))
                        .map(WrittenAsAnyExportTests::read))
                .as(csv)
                .containsExactlyInAnyOrderElementsOf(orders);
    }

    private static Sold read(OrderUpsert told) {
        assertThat(told.subtotal())
                .isEqualByComparingTo(told.lines().stream()
                        .map(line -> Objects.requireNonNull(line.paid()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Sold(
                Integer.parseInt(told.number()),
                told.placedAt().atZone(MappedFiles.BERLIN).toLocalDate(),
                told.lines().stream()
                        .map(line -> new Piece(
                                String.valueOf(line.sku()),
                                line.quantity(),
                                line.unitPrice().movePointRight(2).intValueExact()))
                        .toList(),
                Objects.requireNonNull(told.charges().shipping())
                        .movePointRight(2)
                        .intValueExact());
    }

    private static String written(KnownExports.Export export, List<Sold> orders, Way way) {
        var columns = new LinkedHashMap<OrderField, String>();
        for (var field : List.of(
                OrderField.NUMBER,
                OrderField.PLACED_AT,
                OrderField.TOTAL,
                OrderField.SHIPPING,
                OrderField.SKU,
                OrderField.TITLE,
                OrderField.QUANTITY,
                OrderField.UNIT_PRICE,
                OrderField.LINE_TOTAL)) {
            var names = export.columns().get(field);
            if (names != null && !columns.containsValue(names.getFirst())) {
                columns.put(field, names.getFirst());
            }
        }
        var header = new ArrayList<>(columns.values());
        export.signature().stream().filter(name -> !header.contains(name)).forEach(header::add);
        var csv = new StringBuilder(row(header, way.separator));
        for (var order : orders) {
            for (var piece : order.pieces) {
                var cells = columns.keySet().stream()
                        .map(field -> cell(field, order, piece, way))
                        .collect(Collectors.toCollection(ArrayList::new));
                cells.addAll(Collections.nCopies(header.size() - cells.size(), ""));
                csv.append(row(cells, way.separator));
            }
        }
        return csv.toString();
    }

    private static String cell(OrderField field, Sold order, Piece piece, Way way) {
        return switch (field) {
            case NUMBER -> String.valueOf(order.number);
            case PLACED_AT -> day(order.day, way.dates);
            case TOTAL -> amount(order.total(), way.amounts);
            case SHIPPING -> amount(BigDecimal.valueOf(order.shipping, 2), way.amounts);
            case SKU -> piece.sku;
            case TITLE -> "Thing " + piece.sku;
            case QUANTITY -> String.valueOf(piece.quantity);
            case UNIT_PRICE -> amount(BigDecimal.valueOf(piece.cents, 2), way.amounts);
            case LINE_TOTAL -> amount(BigDecimal.valueOf((long) piece.quantity * piece.cents, 2), way.amounts);
            default -> "";
        };
    }

    private static String day(LocalDate day, DateStyle style) {
        return switch (style) {
            case YEAR_FIRST -> day.toString();
            case MONTH_NAMED -> day.format(java.time.format.DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US));
            default -> day.format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT));
        };
    }

    private static String amount(BigDecimal amount, Locale country) {
        var format = java.text.NumberFormat.getNumberInstance(country);
        format.setMinimumFractionDigits(2);
        return format.format(amount);
    }

    private static String row(List<String> cells, char separator) {
        return cells.stream()
                        .map(cell -> cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0
                                ? "\"" + cell.replace("\"", "\"\"") + "\""
                                : cell)
                        .collect(Collectors.joining(String.valueOf(separator)))
                + "\n";
    }
}
