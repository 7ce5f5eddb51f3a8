package app.retour.orders.csv;

import org.jspecify.annotations.Nullable;

/** Whose row it is. */
final class Subjects {
    private Subjects() {}

    /** A subject that cannot be read is no subject; reading the row will say why. */
    static @Nullable String of(RowGroups<?> kind, CsvEntry entry) {
        try {
            return kind.subject(entry instanceof CsvEntry.Unreadable unreadable ? unreadable.likely() : (CsvRow) entry);
        } catch (RowNotUnderstood problem) {
            return null;
        }
    }

    /** By which its rows are found. */
    static @Nullable String key(RowGroups<?> kind, CsvEntry entry) {
        var subject = of(kind, entry);
        return subject == null ? null : kind.key(subject);
    }
}
