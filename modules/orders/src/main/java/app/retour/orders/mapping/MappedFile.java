package app.retour.orders.mapping;

import app.retour.orders.OrderUpsert;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.DecimalSign;
import app.retour.orders.csv.FileNotUnderstood;
import app.retour.orders.csv.Fingerprint;
import app.retour.orders.csv.GroupedFile;
import app.retour.orders.csv.RowNotUnderstood;
import app.retour.orders.csv.Source;
import app.retour.orders.mapping.ProposedMapping.Column;
import app.retour.orders.mapping.ProposedMapping.PreviewedOrder;
import app.retour.orders.shopify.ShopifyFile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files of orders whose columns a mapping tells. */
public final class MappedFile {
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 60;
    private static final int PREVIEWED = 5;

    private MappedFile() {}

    /**
     * What two files of the same columns have in common, in whatever order they stand.
     *
     * @throws FileNotUnderstood when it is no CSV file
     */
    public static String header(Source content) {
        try (var file = content.csv()) {
            return header(file);
        }
    }

    private record Header(List<String> columns) {}

    private static String header(CsvFile file) {
        return Fingerprint.of(new Header(file.header().stream()
                .map(CsvRow::key)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList()));
    }

    /**
     * @param currency of orders whose row names none
     * @param chosen by a person, now; null: found out
     * @param saved finds what a person chose for a file of this header before
     * @throws FileNotUnderstood when it is no CSV file
     */
    public static ProposedMapping propose(
            Source content,
            ZoneId zone,
            Currency currency,
            @Nullable ColumnMapping chosen,
            Function<String, Optional<ColumnMapping>> saved) {
        try (var file = content.csv()) {
            var sample = FileSample.of(file);
            if (sample.rows().isEmpty()) {
                throw new FileNotUnderstood("The file has names of columns and no rows below them that can be read");
            }
            var export = KnownExports.of(file).orElse(null);
            var before = saved.apply(header(file)).map(mapping -> mapping.within(file::hasColumn));
            var mapping = chosen != null ? chosen : before.orElseGet(() -> found(file, sample, export, currency));
            var problems = MappingCheck.of(mapping, file, sample);
            return new ProposedMapping(
                    export == null ? null : export.name(),
                    chosen == null && before.isPresent(),
                    ShopifyFile.isOfOrders(file),
                    columns(file, sample),
                    mapping,
                    sample.dates(MappingCheck.dates(mapping)),
                    problems,
                    MappingNotes.of(mapping, file),
                    problems.isEmpty() ? preview(sample, new MappedOrders(mapping, zone)) : List.of());
        }
    }

    /** @throws FileNotUnderstood when the mapping lacks something, or does not fit the file */
    public static GroupedFile<OrderUpsert> open(Source content, ColumnMapping mapping, ZoneId zone) {
        return GroupedFile.open(content, new MappedOrders(mapping, zone));
    }

    /** What this mapping lacks for this file; empty when it can be imported so. */
    public static List<MappingProblem> problems(Source content, ColumnMapping mapping) {
        try (var file = content.csv()) {
            return MappingCheck.of(mapping, file, FileSample.of(file));
        }
    }

    private static ColumnMapping found(
            CsvFile file, FileSample sample, KnownExports.@Nullable Export export, Currency currency) {
        var columns = KnownExports.columns(file, export);
        var rows = export != null && export.rows() != null
                ? export.rows()
                : columns.containsKey(OrderField.ITEMS)
                        ? ColumnMapping.Rows.ORDER_PER_ROW
                        : ColumnMapping.Rows.LINE_PER_ROW;
        var bare = new ColumnMapping(
                columns,
                Objects.requireNonNull(rows),
                null,
                null,
                columns.containsKey(OrderField.CURRENCY) ? null : currency,
                export == null || export.prices() == null ? TaxMode.UNKNOWN : export.prices());
        var dates = sample.dates(MappingCheck.dates(bare));
        var signs = sample.signs(MappingCheck.amounts(bare));
        return new ColumnMapping(
                columns,
                bare.rows(),
                dates.size() == 1 ? dates.iterator().next() : null,
                signs.size() == 1
                        ? signs.iterator().next()
                        : signs.isEmpty() && sample.ambiguous(MappingCheck.amounts(bare)) == null
                                ? DecimalSign.DOT
                                : null,
                bare.currency(),
                bare.prices());
    }

    private static List<Column> columns(CsvFile file, FileSample sample) {
        return file.header().stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Column(
                        name,
                        sample.values(name).stream()
                                .distinct()
                                .limit(SAMPLES)
                                .map(MappedFile::shortened)
                                .toList()))
                .toList();
    }

    private static String shortened(String cell) {
        return cell.codePointCount(0, cell.length()) <= LONGEST_SAMPLE
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, LONGEST_SAMPLE - 1)) + "…";
    }

    /** Of the examples only: a file may be large, and whoever looks waits. */
    private static List<PreviewedOrder> preview(FileSample sample, MappedOrders kind) {
        var groups = new LinkedHashMap<String, List<CsvRow>>();
        for (var row : sample.rows()) {
            if (!kind.addsUp(row)) {
                var name = subject(kind, row);
                groups.computeIfAbsent(name == null ? "line " + row.line() : name, _ -> new ArrayList<>())
                        .add(row);
            }
        }
        return groups.values().stream()
                .limit(PREVIEWED)
                .map(rows -> previewed(rows, kind))
                .toList();
    }

    private static @Nullable String subject(MappedOrders kind, CsvRow row) {
        try {
            return kind.subject(row);
        } catch (RowNotUnderstood unread) {
            return null;
        }
    }

    private static PreviewedOrder previewed(List<CsvRow> rows, MappedOrders kind) {
        var line = rows.getFirst().line();
        var number = subject(kind, rows.getFirst());
        try {
            return new PreviewedOrder(line, number, kind.read(rows, _ -> {}), null, null);
        } catch (RowNotUnderstood problem) {
            return new PreviewedOrder(problem.line(), number, null, problem.column(), problem.getMessage());
        }
    }
}
