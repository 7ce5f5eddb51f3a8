package app.retour.notifications;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import liqp.RenderTransformer;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filter;
import liqp.filters.Filters;
import liqp.parser.Flavor;
import org.jspecify.annotations.Nullable;

/**
 * Liquid without a way out: no files, no includes, no objects but text, numbers, truth, lists and maps; bounded in size
 * of the template, of any value, of the output, in loops and in time. Its output is text, never HTML.
 */
final class Liquid {
    static final int LONGEST_TEMPLATE = 20_000;
    static final int LONGEST_OUTPUT = 40_000;
    private static final int MOST_ITERATIONS = 2_000;
    private static final int LONGEST_MILLIS = 1_000;
    private static final int MOST_DIGITS = 100;
    private final TemplateParser parser;

    private Liquid(boolean everyVariableMustExist) {
        var builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withStrictVariables(everyVariableMustExist)
                .withShowExceptionsFromInclude(true)
                .withNameResolver(name -> {
                    throw new IllegalArgumentException("A template cannot include another: " + name);
                })
                .withRenderTransformer(new Bounded())
                .withMaxIterations(MOST_ITERATIONS)
                .withMaxSizeRenderedString(LONGEST_OUTPUT)
                .withMaxRenderTimeMillis(LONGEST_MILLIS)
                .withMaxTemplateSizeBytes(LONGEST_TEMPLATE);
        for (var filter : Filters.DEFAULT_FILTERS.values()) {
            builder.withFilter(new BoundedFilter(filter));
        }
        this.parser = builder.build();
    }

    /** For saving and trying: a variable that does not exist is a mistake. */
    static Liquid strict() {
        return new Liquid(true);
    }

    /** For sending: a variable that does not exist is empty. */
    static Liquid lenient() {
        return new Liquid(false);
    }

    /**
     * @param facts nothing but text, numbers, truth, lists and maps of them
     * @param field blamed for a mistake
     * @throws Refusal INVALID with the line, or TOO_LARGE
     */
    String render(String template, Map<String, Object> facts, String field) {
        if (template.length() > LONGEST_TEMPLATE) {
            throw new Refusal(
                    ErrorCode.TOO_LARGE, "A template is at most %d characters".formatted(LONGEST_TEMPLATE), field);
        }
        Template parsed;
        try {
            parsed = parser.parse(template);
        } catch (LiquidException mistake) {
            throw new Refusal(
                    ErrorCode.INVALID, "Line %d: %s".formatted(mistake.line, plain(mistake.getMessage())), field);
        } catch (RuntimeException mistake) {
            throw new Refusal(ErrorCode.INVALID, "Not a template: " + plain(mistake.getMessage()), field);
        }
        try {
            var rendered = parsed.render(facts);
            if (parser.strictVariables && !parsed.errors().isEmpty()) {
                throw parsed.errors().getFirst() instanceof RuntimeException known
                        ? known
                        : new IllegalArgumentException(parsed.errors().getFirst());
            }
            return rendered;
        } catch (RuntimeException mistake) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "It cannot be filled: " + plain(rootOf(mistake).getMessage()),
                    field);
        }
    }

    private static Throwable rootOf(Throwable mistake) {
        var root = mistake;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String plain(@Nullable String message) {
        var line = message == null
                ? "unknown mistake"
                : message.strip().lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static void requireBounded(@Nullable Object value) {
        var tooLarge = switch (value) {
            case CharSequence text -> text.length() > LONGEST_OUTPUT;
            case Object[] list -> list.length > LONGEST_OUTPUT;
            case Collection<?> list -> list.size() > LONGEST_OUTPUT;
            case BigDecimal number -> number.precision() > MOST_DIGITS;
            case null, default -> false;
        };
        if (tooLarge) {
            throw new IllegalArgumentException("a value grows too large");
        }
    }

    /** A template could double a value again and again, in a filter or by capturing it, and never print it. */
    private static final class BoundedFilter extends Filter {
        private final Filter inner;

        BoundedFilter(Filter inner) {
            super(inner.name);
            this.inner = inner;
        }

        @Override
        public @Nullable Object apply(@Nullable Object value, TemplateContext context, Object... params) {
            if (value instanceof CharSequence || value instanceof Object[] || value instanceof Collection<?>) {
                var longest = 1L;
                for (var param : params) {
                    longest = Math.max(longest, String.valueOf(param).length());
                }
                if (sizeOf(value) * longest > 100L * LONGEST_OUTPUT) {
                    throw new IllegalArgumentException("a value grows too large");
                }
            }
            var result = inner.apply(value, context, params);
            requireBounded(result);
            return result;
        }

        private static long sizeOf(Object value) {
            return switch (value) {
                case CharSequence text -> text.length();
                case Object[] list -> list.length;
                case Collection<?> list -> list.size();
                default -> 1;
            };
        }
    }

    private static final class Bounded implements RenderTransformer {
        @Override
        public ObjectAppender.Controller newObjectAppender(TemplateContext context, int parts) {
            return new BoundedAppender();
        }

        @Override
        public Object transformObject(TemplateContext context, Object value) {
            return value;
        }
    }

    private static final class BoundedAppender implements RenderTransformer.ObjectAppender.Controller {
        private final StringBuilder whole = new StringBuilder();

        @Override
        public void append(@Nullable Object part) {
            whole.append(part == null ? "" : part);
            requireBounded(whole);
        }

        @Override
        public Object getResult() {
            return whole.toString();
        }
    }
}
