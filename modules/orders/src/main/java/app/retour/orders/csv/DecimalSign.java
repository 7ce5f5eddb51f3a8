package app.retour.orders.csv;

/** Which sign stands before the fraction of a number. */
public enum DecimalSign {
    DOT('.'),
    COMMA(',');

    private final char letter;

    DecimalSign(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** The other one, which then may stand between thousands. */
    char grouping() {
        return this == DOT ? ',' : '.';
    }
}
