package app.retour.notifications.liquid;

/**
 * A stretch of a template.
 *
 * @param text of a tag or an output: what stands between its marks
 * @param at where that text begins in the source
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        TEXT,
        RAW,
        OUTPUT,
        TAG
    }

    /** The first word of a tag. */
    String name() {
        var start = start();
        if (start < text.length() && text.charAt(start) == '#') {
            return "#";
        }
        var end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** What stands behind the name. */
    Token rest() {
        var from = start() + name().length();
        return new Token(kind, text.substring(from), at + from);
    }

    private int start() {
        var start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }
}
