package app.retour.privacy;

/** What a column holds of a person, and what becomes of that when a shopper is erased. */
public sealed interface ColumnRule {
    /** Nothing of any person. */
    record NotPersonal() implements ColumnRule {}

    /** Of people who work for the merchant; a shopper's erasure is none of its business. */
    record OfStaff() implements ColumnRule {}

    /** May be of the shopper, and stays all the same: the reason is one that a merchant can tell them. */
    record Stays(String why) implements ColumnRule {}

    /** Of the shopper; gone with its row. */
    record GoesWithRow() implements ColumnRule {}

    /** Of the shopper; the row stays, and the column becomes the value of this SQL expression. */
    record Becomes(String expression) implements ColumnRule {}

    /** Of the shopper, or of many at once; an {@link ErasureStep} of the same module sees to it. */
    record BySteps() implements ColumnRule {}
}
