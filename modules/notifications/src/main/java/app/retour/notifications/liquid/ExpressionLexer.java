package app.retour.notifications.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words and signs that stand inside a tag or an output. */
final class ExpressionLexer {
    enum Sign {
        NAME,
        NUMBER,
        TEXT,
        COMPARISON,
        MARK,
        END
    }

    /**
     * @param text of a text: without its quotes
     * @param at where it begins in the source
     */
    record Word(Sign sign, String text, int at) {
        boolean is(String mark) {
            return (sign == Sign.MARK || sign == Sign.COMPARISON) && text.equals(mark);
        }

        boolean isName(String name) {
            return sign == Sign.NAME && text.equals(name);
        }
    }

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<>", "<=", ">=", "<", ">");
    private static final Set<String> LONG_MARKS = Set.of("..", "==", "!=", "<>", "<=", ">=");
    private final String text;
    private final int base;
    private int next;

    private ExpressionLexer(String text, int base) {
        this.text = text;
        this.base = base;
    }

    static List<Word> of(Token token) {
        var reading = new ExpressionLexer(token.text(), token.at());
        var words = new ArrayList<Word>();
        while (words.isEmpty() || words.getLast().sign() != Sign.END) {
            words.add(reading.word());
        }
        return words;
    }

    private Word word() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        var start = next;
        if (start == text.length()) {
            return new Word(Sign.END, "", base + start);
        }
        var first = text.charAt(start);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        if (isDigit(start) || first == '-' && isDigit(start + 1)) {
            return number();
        }
        if (isLetter(first)) {
            while (next < text.length() && (isLetter(text.charAt(next)) || isDigit(next) || isHyphen())) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '?') {
                next++;
            }
            return new Word(Sign.NAME, text.substring(start, next), base + start);
        }
        if (text.startsWith("..", start)) {
            // Ruby reads three dots as a range too.
            next += text.startsWith("...", start) ? 3 : 2;
            return new Word(Sign.MARK, "..", base + start);
        }
        var two = text.substring(start, Math.min(text.length(), start + 2));
        var mark = LONG_MARKS.contains(two) ? two : String.valueOf(first);
        next += mark.length();
        return new Word(COMPARISONS.contains(mark) ? Sign.COMPARISON : Sign.MARK, mark, base + start);
    }

    private boolean isHyphen() {
        return text.charAt(next) == '-';
    }

    private Word quoted(char quote) {
        var end = text.indexOf(quote, next + 1);
        if (end < 0) {
            throw LiquidMistake.at(base + next, "This text is never closed; end it with %s", quote);
        }
        var word = new Word(Sign.TEXT, text.substring(next + 1, end), base + next);
        next = end + 1;
        return word;
    }

    private Word number() {
        var start = next++;
        while (isDigit(next)) {
            next++;
        }
        if (next + 1 < text.length() && text.charAt(next) == '.' && isDigit(next + 1)) {
            next++;
            while (isDigit(next)) {
                next++;
            }
        }
        return new Word(Sign.NUMBER, text.substring(start, next), base + start);
    }

    private boolean isDigit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each == '_';
    }
}
