package app.retour.notifications.liquid;

/** What a template prints; never more than a mail can hold. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final int longest;

    Output(int longest) {
        this.longest = longest;
    }

    void print(String part) {
        if (text.length() + part.length() > longest) {
            throw LiquidMistake.tooMuch("It prints more than %d characters".formatted(longest));
        }
        text.append(part);
    }

    /** For what is kept and not printed. */
    Output apart() {
        return new Output(longest);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
