package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.csv.CsvFile;
import app.retour.orders.csv.CsvRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The list of known exports itself: each is told from every other, and none of its columns is read as two amounts. */
class ExportsThatAreKnownTests {
    private static KnownExports known() {
        try (var in = Objects.requireNonNull(
                ExportsThatAreKnownTests.class.getResourceAsStream("/orders/known-exports.json"))) {
            return JsonMapper.shared().readValue(in, KnownExports.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<KnownExports.Export> exports() {
        return known().exports();
    }

    /** A file that has every first column that this export is known to have. */
    private static CsvFile fileOf(KnownExports.Export export) {
        var columns = new LinkedHashMap<String, String>();
        export.signature().forEach(column -> columns.put(CsvRow.key(column), column));
        export.columns().values().forEach(names -> columns.putIfAbsent(CsvRow.key(names.getFirst()), names.getFirst()));
        var header = columns.values().stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        return CsvFile.open(new ByteArrayInputStream((header + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void itsFileIsKnownAsIts(KnownExports.Export export) {
        try (var file = fileOf(export)) {
            assertThat(KnownExports.of(file)).map(KnownExports.Export::name).contains(export.name());
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void itTellsNumberDateProductAndWhatItCost(KnownExports.Export export) {
        assertThat(export.columns()).containsKeys(OrderField.NUMBER, OrderField.PLACED_AT);
        assertThat(export.columns().keySet()).containsAnyOf(OrderField.TITLE, OrderField.ITEMS);
        assertThat(export.columns().keySet())
                .containsAnyOf(OrderField.UNIT_PRICE, OrderField.LINE_TOTAL, OrderField.ITEMS);
        if (export.rows() == ColumnMapping.Rows.ORDER_PER_ROW) {
            assertThat(export.columns()).containsKey(OrderField.ITEMS);
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void noColumnIsReadAsTwoAmounts(KnownExports.Export export) {
        try (var file = fileOf(export)) {
            var amounts = KnownExports.columns(file, export).entrySet().stream()
                    .filter(each -> MappingCheck.isAmount(each.getKey()) || each.getKey() == OrderField.QUANTITY)
                    .map(each -> CsvRow.key(each.getValue()));
            assertThat(amounts).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyNameIsWrittenOnce(KnownExports.Export export) {
        assertThat(export.columns().values())
                .isNotEmpty()
                .allSatisfy(names ->
                        assertThat(names.stream().map(CsvRow::key)).isNotEmpty().doesNotHaveDuplicates());
    }

    @Test
    void noSynonymIsOfTwoFieldsAndEachIsWrittenAsColumnsAreCompared() {
        var synonyms = known().synonyms();
        assertThat(synonyms.values().stream().flatMap(List::stream))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(CsvRow.key(name)).isEqualTo(name));
        var whose = new HashMap<String, OrderField>();
        synonyms.forEach((field, names) -> names.forEach(name -> {
            var other = whose.putIfAbsent(name, field);
            assertThat(other == null
                            || other == field
                            || !MappingCheck.isAmount(field)
                            || !MappingCheck.isAmount(other))
                    .as("“%s” is said to be %s and %s", name, other, field)
                    .isTrue();
        }));
    }

    /** Who writes a file by hand calls its columns what our screen calls them. */
    @Test
    void aFileWithOurOwnNamesIsKnownByThem() {
        var labels = Stream.of(OrderField.values()).map(OrderField::label).toList();
        assertThat(labels.stream().map(CsvRow::key)).doesNotHaveDuplicates();
        for (var field : OrderField.values()) {
            var header = "Anything,\"%s\"".formatted(field.label());
            try (var file = CsvFile.open(new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)))) {
                assertThat(KnownExports.columns(file, null).get(field)).isEqualTo(field.label());
            }
        }
    }

    @Test
    void whoseFileNamesNoProductsIsToldWhatToUseInstead() {
        assertThat(known().withoutProducts()).isNotEmpty().allSatisfy(each -> {
            var header = String.join(
                    ",", each.signature().stream().map("\"%s\""::formatted).toList());
            try (var file = CsvFile.open(new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)))) {
                assertThat(KnownExports.adviceFor(file)).contains(each.advice());
                assertThat(KnownExports.of(file)).isEmpty();
            }
        });
    }
}
