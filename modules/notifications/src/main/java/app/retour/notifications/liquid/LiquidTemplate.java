package app.retour.notifications.liquid;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.ConcurrentLruCache;

/**
 * A template that was read. It knows nothing but what it is given, reaches nothing, and is bounded in size, depth, loops,
 * work, time and output; whoever fills it does so on their own thread, and is back when it ends.
 */
public final class LiquidTemplate {
    /** Characters. */
    public static final int LONGEST = 20_000;

    private static final Limits LIMITS = new Limits(2_000, Duration.ofSeconds(5));
    private static final int MOST_KEPT = 64;
    private static final Filters PLAIN = Filters.ofPlainText();
    private static final ConcurrentLruCache<String, LiquidTemplate> READ =
            new ConcurrentLruCache<>(MOST_KEPT, source -> new LiquidTemplate(source, PLAIN, LIMITS));

    /**
     * What one filling may use of a replica. The work it may do is the same everywhere; the time is for what that does not
     * foresee.
     *
     * @param mostIterations of all loops together
     * @param longest by the clock on the wall
     */
    record Limits(int mostIterations, Duration longest) {}

    private final String source;
    private final Node.Body body;
    private final Filters filters;
    private final Limits limits;

    private LiquidTemplate(String source, Filters filters, Limits limits) {
        this.source = source;
        this.filters = filters;
        this.limits = limits;
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
     * Reads a template of text that is no HTML yet; those used last are kept as they were read.
     *
     * @throws LiquidMistake for what cannot be read
     */
    public static LiquidTemplate of(String source) {
        return READ.get(source);
    }

    static LiquidTemplate within(Limits limits, String source) {
        return new LiquidTemplate(source, PLAIN, limits);
    }

    /** As Liquid itself is, to be measured. */
    static LiquidTemplate ofLiquid(String source) {
        return new LiquidTemplate(source, Filters.ofLiquid(), new Limits(50_000, Duration.ofMinutes(10)));
    }

    /**
     * @param facts text, numbers, truth, {@link ShownValue}s, lists and maps of them
     * @param clock for {@code now}, with the reader's zone
     * @param locale of the names of days and months
     * @param isStrict a name that does not exist is a mistake, not nothing
     * @throws LiquidMistake for what cannot be filled
     */
    public String render(Map<String, ?> facts, Clock clock, Locale locale, boolean isStrict) {
        var scope = new Scope(facts, new Scope.Setting(filters, clock, locale, isStrict, limits));
        var output = new Output(Values.LARGEST);
        try {
            body.render(scope, output);
        } catch (LiquidMistake mistake) {
            throw mistake.in(source);
        }
        return output.toString();
    }
}
