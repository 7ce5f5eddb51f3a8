package app.retour.mail.journal;

import java.util.UUID;

/**
 * One try to hand over one mail, as the row of that mail names it.
 *
 * @param journal of the process that tries
 * @param number of the try in it, never given twice
 */
public record JournalEntry(UUID journal, long number) {}
