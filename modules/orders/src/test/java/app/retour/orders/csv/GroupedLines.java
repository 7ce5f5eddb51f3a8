package app.retour.orders.csv;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows with the same "order" belong together; what they tell is their items, in order. */
final class GroupedLines implements RowGroups<List<String>> {
    @Override
    public List<String> requiredColumns() {
        return List.of("order", "item");
    }

    @Override
    public @Nullable String subject(CsvRow row) {
        return row.text("order");
    }

    @Override
    public String subjectColumn() {
        return "order";
    }

    @Override
    public boolean addsUp(CsvRow row) {
        return TotalsRow.is(row.text("order"), row.text("item"), null);
    }

    @Override
    public List<String> read(List<CsvRow> rows, Consumer<RowRemark> remarks) {
        return rows.stream().map(row -> row.required("item")).toList();
    }

    static List<Told<List<String>>> in(String csv) {
        var told = new ArrayList<Told<List<String>>>();
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (var file = GroupedFile.open(() -> new ByteArrayInputStream(bytes), new GroupedLines())) {
            file.forEachRemaining(told::add);
        }
        return told;
    }
}
