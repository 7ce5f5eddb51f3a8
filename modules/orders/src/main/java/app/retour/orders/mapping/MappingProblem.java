package app.retour.orders.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a mapping lacks, so that no order can be read by it.
 *
 * @param field null when it is about the file as a whole
 */
public record MappingProblem(
        @Nullable OrderField field, @Nullable String column, String message) {}
