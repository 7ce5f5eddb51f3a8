package app.retour.mail.journal;

import org.jspecify.annotations.Nullable;

/** Asked once all but the end of a mail is said to a server: the moment to note that it may have the mail. */
@FunctionalInterface
public interface MayEnd {
    /**
     * @param entry to be noted beside it, so that a later process can learn whether the end was said; null when nobody could
     * @return false, or an exception, and the end is not said
     */
    boolean isNoted(@Nullable JournalEntry entry);
}
