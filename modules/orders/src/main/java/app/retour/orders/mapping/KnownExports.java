package app.retour.orders.mapping;

import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.CsvRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exports of shop systems, by the names of their columns; and what columns are called elsewhere.
 *
 * @param withoutProducts those that no order can be made of, and what to use instead
 */
record KnownExports(
        List<Export> exports, List<WithoutProducts> withoutProducts, Map<OrderField, List<String>> synonyms) {
    private static final String FILE = "/orders/known-exports.json";
    private static final List<OrderField> PLAIN = List.of(
            OrderField.EMAIL,
            OrderField.QUANTITY,
            OrderField.SHIPPING,
            OrderField.TAXES,
            OrderField.STATUS,
            OrderField.CURRENCY,
            OrderField.PAYMENT_METHOD,
            OrderField.SHIP_POSTCODE);
    private static final KnownExports KNOWN = read();

    /**
     * One system's export.
     *
     * @param signature columns that no other export has together
     * @param prices whether tax is in them
     * @param columns for each field, the columns that may tell it, the best first
     */
    record Export(
            String name,
            List<String> signature,
            ColumnMapping.@Nullable Rows rows,
            @Nullable TaxMode prices,
            Map<OrderField, List<String>> columns) {}

    record WithoutProducts(List<String> signature, String advice) {}

    private static KnownExports read() {
        try (var in = Objects.requireNonNull(KnownExports.class.getResourceAsStream(FILE))) {
            return JsonMapper.shared().readValue(in, KnownExports.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The system whose columns the file has; of several the one that is told by most of them. */
    static Optional<Export> of(CsvFile file) {
        return KNOWN.exports.stream()
                .filter(export -> export.signature.stream().allMatch(file::hasColumn))
                .max(Comparator.comparingInt(export -> export.signature.size()));
    }

    /** What to do instead, for a file that names no products. */
    static Optional<String> adviceFor(CsvFile file) {
        return KNOWN.withoutProducts.stream()
                .filter(known -> known.signature.stream().allMatch(file::hasColumn))
                .map(WithoutProducts::advice)
                .findFirst();
    }

    /** Which column tells what: as the system writes it, else by its name. */
    static Map<OrderField, String> columns(CsvFile file, @Nullable Export export) {
        var told = new LinkedHashMap<OrderField, String>();
        var taken = new HashSet<String>();
        if (export != null) {
            export.columns.forEach((field, names) -> put(told, taken, field, names, file, true));
            // Many plugins let one choose and rename columns; what is plain by its name is taken nevertheless.
            PLAIN.forEach(field -> putAlike(told, taken, field, file));
            return told;
        }
        // In the fields' order: what comes first may take the column that several could mean.
        for (var field : OrderField.values()) {
            put(told, taken, field, names(field), file, false);
        }
        // What is called so but for a word that says whose it is, once no column is called exactly so.
        for (var field : OrderField.values()) {
            putAlike(told, taken, field, file);
        }
        if (told.containsKey(OrderField.TITLE)) {
            told.remove(OrderField.ITEMS);
        }
        return told;
    }

    /** Whether this name of a column is one of those that the field goes by. */
    static boolean mayTell(OrderField field, String column) {
        return ColumnWords.mean(CsvRow.key(column), field, names(field));
    }

    /** What it goes by elsewhere, and what it is called here: who writes a file by hand copies that. */
    private static List<String> names(OrderField field) {
        return Stream.concat(
                        KNOWN.synonyms.getOrDefault(field, List.of()).stream(), Stream.of(CsvRow.key(field.label())))
                .toList();
    }

    private static void putAlike(Map<OrderField, String> told, HashSet<String> taken, OrderField field, CsvFile file) {
        if (!told.containsKey(field)) {
            file.header().stream()
                    .filter(column -> !taken.contains(column) && !file.hasTwin(column) && mayTell(field, column))
                    .findFirst()
                    .ifPresent(column -> {
                        taken.add(column);
                        told.put(field, column);
                    });
        }
    }

    private static void put(
            Map<OrderField, String> told,
            HashSet<String> taken,
            OrderField field,
            List<String> names,
            CsvFile file,
            boolean again) {
        for (var name : names) {
            for (var column : file.header()) {
                if (CsvRow.key(column).equals(CsvRow.key(name))
                        && !file.hasTwin(column)
                        && (taken.add(column) || again)) {
                    told.put(field, column);
                    return;
                }
            }
        }
    }
}
