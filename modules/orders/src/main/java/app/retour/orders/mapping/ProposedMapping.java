package app.retour.orders.mapping;

import app.retour.orders.OrderUpsert;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of orders would be read, with examples.
 *
 * @param system whose export it is, where that can be told
 * @param saved whether somebody of this merchant has chosen it for such a file before
 * @param shopify whether it is Shopify's own export, which needs no mapping
 * @param dates styles that fit all dates of the examples
 * @param problems empty when it can be imported so
 * @param notes what it does without, and what follows
 * @param preview the first orders as they would be
 */
public record ProposedMapping(
        @Nullable String system,
        boolean saved,
        boolean shopify,
        List<Column> columns,
        ColumnMapping mapping,
        Set<DateStyle> dates,
        List<MappingProblem> problems,
        List<MappingNote> notes,
        List<PreviewedOrder> preview) {
    /** A column of the file and what stands in it, shortened. */
    public record Column(String name, List<String> samples) {}

    /**
     * @param order null when it cannot be read
     * @param problem why not
     */
    public record PreviewedOrder(
            long line,
            @Nullable String number,
            @Nullable OrderUpsert order,
            @Nullable String column,
            @Nullable String problem) {}
}
