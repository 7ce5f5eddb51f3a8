package app.retour.notifications.liquid;

/** A text whose every reader looks at the clock now and then: a pattern may go over it again and again. */
record Watched(String text, Scope scope) implements CharSequence {
    private static final int EACH = 1 << 10;

    @Override
    public char charAt(int index) {
        if (index % EACH == 0) {
            scope.work(EACH);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
