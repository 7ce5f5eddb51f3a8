package app.retour.notifications.letters;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.notifications.liquid.LiquidMistake;
import app.retour.notifications.liquid.LiquidTemplate;
import java.time.Clock;
import java.util.Map;

/** Fills a template for one reader; what is wrong in it is a refusal that names field, line and column. */
final class Liquid {
    private final Clock clock;
    private final boolean everyVariableMustExist;

    private Liquid(Clock clock, boolean everyVariableMustExist) {
        this.clock = clock;
        this.everyVariableMustExist = everyVariableMustExist;
    }

    /** For saving and trying: a variable that does not exist is a mistake. */
    static Liquid strict(Clock clock) {
        return new Liquid(clock, true);
    }

    /** For sending: a variable that does not exist is empty. */
    static Liquid lenient(Clock clock) {
        return new Liquid(clock, false);
    }

    /**
     * @param facts text, numbers, truth, shown values, lists and maps of them
     * @param field blamed for a mistake
     * @throws Refusal INVALID with line and column, or TOO_LARGE
     */
    String render(String template, Map<String, Object> facts, LocaleFormat tongue, String field) {
        try {
            return LiquidTemplate.of(template)
                    .render(facts, clock.withZone(tongue.zone()), tongue.locale(), everyVariableMustExist);
        } catch (LiquidMistake mistake) {
            throw mistake.isTooMuch()
                    ? new Refusal(ErrorCode.TOO_LARGE, mistake.getMessage(), field)
                    : new Refusal(
                            ErrorCode.INVALID,
                            "Line %d, column %d: %s".formatted(mistake.line(), mistake.column(), mistake.getMessage()),
                            field);
        }
    }
}
