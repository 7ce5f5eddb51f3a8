package app.retour.privacy;

import java.util.List;

/** What an erasure needs beyond one statement a table: a bean of the module that owns it. */
public interface ErasureStep {
    /** What it takes away, in one word for the counts, for example {@code files}. */
    String name();

    /**
     * In the transaction of the erasure, before any column changes.
     *
     * @return how much; the same again finds nothing
     */
    int erase(DataSubject subject);

    /** What of the subject stays all the same, each with why, in words for a merchant; asked before anything is erased. */
    default List<String> keeps(DataSubject subject) {
        return List.of();
    }
}
