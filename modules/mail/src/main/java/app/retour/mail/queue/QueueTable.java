package app.retour.mail.queue;

/**
 * Where the mails of one queue stand. Besides what is named here, each row has {@code id}, {@code state}, {@code attempts},
 * {@code claim}, {@code journal} and {@code journal_entry}. Its states are QUEUED, CLAIMED, HANDING_OVER, SENT and
 * FAILED, and the owner may have more.
 *
 * @param name with its schema
 * @param due the column that says since when one that is queued may leave
 * @param lease the column that says until when one belongs to its claim; may be that of {@code due}, which is never empty then
 * @param reason the column that says why it is in its state
 * @param words the column that is empty once nobody may read the mail any more
 * @param wordless the state of one that lost its words before it left
 * @param turn what else must hold for one whose turn it is, of the row {@code due}
 * @param order in which those that are due are taken
 * @param settled what else is set once its outcome is known, by the parameter {@code :state}; may be empty
 * @param givenUp what else is set of one that was cut off while it was handed over; may be empty
 * @param keepsAnswers whether the row may hold the server's own words, which may name the recipient
 */
public record QueueTable(
        String name,
        String due,
        String lease,
        String reason,
        String words,
        String wordless,
        String turn,
        String order,
        String settled,
        String givenUp,
        boolean keepsAnswers) {

    /** Of one that waits no more. */
    String idle() {
        return lease.equals(due) ? due + " = now()" : due + " = null, " + lease + " = null";
    }

    /** Of one that belongs to nobody any more and is due as it was. */
    String released() {
        return lease.equals(due) ? "" : ", " + lease + " = null";
    }

    /** A pause of {@code :pause} seconds before the next try, unless there is nothing to be sent any more. */
    String waiting() {
        return lease.equals(due)
                ? due + " = now() + make_interval(secs => :pause)"
                : "%s = case when %s is not null then now() + make_interval(secs => :pause) end, %s = null"
                        .formatted(due, words, lease);
    }

    private static String also(String assignment) {
        return assignment.isEmpty() ? "" : ", " + assignment;
    }

    /** The statement, with the names of this table in place of {@code {due}} and the like. */
    String sql(String statement) {
        return statement
                .replace("{table}", name)
                .replace("{due}", due)
                .replace("{lease}", lease)
                .replace("{reason}", reason)
                .replace("{words}", words)
                .replace("{wordless}", wordless)
                .replace("{turn}", turn)
                .replace("{order}", order)
                .replace("{settled}", also(settled))
                .replace("{givenUp}", also(givenUp))
                .replace("{idle}", idle())
                .replace("{released}", released())
                .replace("{waiting}", waiting());
    }
}
