package app.retour.notifications.liquid;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * A template that was read. It knows nothing but what it is given, reaches nothing, and is bounded in size, depth, loops,
 * work and output.
 */
public final class LiquidTemplate {
    /** Characters. */
    public static final int LONGEST = 20_000;

    private static final int MOST_ITERATIONS = 2_000;
    private static final Filters PLAIN = Filters.ofPlainText();
    private final String source;
    private final Node.Body body;
    private final Filters filters;
    private final int mostIterations;

    private LiquidTemplate(String source, Filters filters, int mostIterations) {
        this.source = source;
        this.filters = filters;
        this.mostIterations = mostIterations;
        try {
            if (source.length() > LONGEST) {
                throw LiquidMistake.tooMuch("A template is at most %d characters".formatted(LONGEST));
            }
            this.body = TemplateReader.read(source, filters);
        } catch (LiquidMistake mistake) {
            throw mistake.in(source);
        }
    }

    /**
     * Reads a template of text that is no HTML yet.
     *
     * @throws LiquidMistake for what cannot be read
     */
    public static LiquidTemplate of(String source) {
        return new LiquidTemplate(source, PLAIN, MOST_ITERATIONS);
    }

    /** As Liquid itself is, to be measured. */
    static LiquidTemplate ofLiquid(String source) {
        return new LiquidTemplate(source, Filters.ofLiquid(), 50_000);
    }

    /**
     * @param facts text, numbers, truth, {@link ShownValue}s, lists and maps of them
     * @param clock for {@code now}, with the reader's zone
     * @param locale of the names of days and months
     * @param isStrict a name that does not exist is a mistake, not nothing
     * @throws LiquidMistake for what cannot be filled
     */
    public String render(Map<String, ?> facts, Clock clock, Locale locale, boolean isStrict) {
        var scope = new Scope(facts, new Scope.Setting(filters, clock, locale, isStrict, mostIterations));
        var output = new Output(Values.LARGEST);
        try {
            body.render(scope, output);
        } catch (LiquidMistake mistake) {
            throw mistake.in(source);
        }
        return output.toString();
    }
}
