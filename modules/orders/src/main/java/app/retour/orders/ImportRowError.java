package app.retour.orders;

import org.jspecify.annotations.Nullable;

/**
 * Why some rows of a file were not taken.
 *
 * @param line where they begin; the header is line 1
 * @param subject order number or product handle
 */
public record ImportRowError(
        int line, @Nullable String subject, @Nullable String column, String message) {}
