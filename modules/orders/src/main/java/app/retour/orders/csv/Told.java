package app.retour.orders.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some rows tell, or why they cannot be taken.
 *
 * @param line where the first of them begins
 * @param rows how many they are
 * @param subject order number or handle; null where the rows have none
 * @param value null for what cannot be taken, and for rows that tell nothing
 * @param remarks what was left out of what was taken
 */
public record Told<T>(
        long line,
        int rows,
        @Nullable String subject,
        @Nullable T value,
        @Nullable RowNotUnderstood problem,
        List<RowRemark> remarks) {}
