package app.retour.notifications.liquid;

/** What is wrong in a template, in words for who writes it, and where. */
public final class LiquidMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int at;
    private final boolean isTooMuch;
    private int line = 1;
    private int column = 1;

    private LiquidMistake(String words, int at, boolean isTooMuch) {
        super(words, null, false, false);
        this.at = at;
        this.isTooMuch = isTooMuch;
    }

    static LiquidMistake at(int offset, String words, Object... args) {
        return new LiquidMistake(args.length == 0 ? words : words.formatted(args), offset, false);
    }

    /** Where nobody knows the place; the nearest who does puts it in. */
    static LiquidMistake of(String words, Object... args) {
        return at(-1, words, args);
    }

    static LiquidMistake tooMuch(String words) {
        return new LiquidMistake(words, -1, true);
    }

    LiquidMistake or(int offset) {
        return at >= 0 ? this : new LiquidMistake(getMessage(), offset, isTooMuch);
    }

    LiquidMistake in(String source) {
        var before = source.substring(0, Math.clamp(at, 0, source.length()));
        line = 1 + (int) before.chars().filter(each -> each == '\n').count();
        column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
        return this;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** In characters, counted from 1. */
    public int column() {
        return column;
    }

    /** Whether the template is refused for its size or work, not for what it says. */
    public boolean isTooMuch() {
        return isTooMuch;
    }
}
