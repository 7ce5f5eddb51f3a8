package app.retour.notifications.liquid;

import app.retour.notifications.liquid.ExpressionLexer.Sign;
import app.retour.notifications.liquid.ExpressionLexer.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in an output or behind a tag's name. */
final class ExpressionReader {
    private final Token token;
    private final List<Word> words;
    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 100;
    private final Filters filters;
    private int next;
    private int depth;

    ExpressionReader(Token token, Filters filters) {
        this.token = token;
        this.filters = filters;
        this.words = ExpressionLexer.of(token);
    }

    Word peek() {
        return words.get(next);
    }

    Word take() {
        var word = words.get(next);
        if (word.sign() != Sign.END) {
            next++;
        }
        return word;
    }

    boolean isAtEnd() {
        return peek().sign() == Sign.END;
    }

    /** Takes it if it is the next. */
    boolean takes(String mark) {
        var isNext = peek().is(mark) || peek().isName(mark);
        if (isNext) {
            next++;
        }
        return isNext;
    }

    void requireEnd() {
        if (!isAtEnd()) {
            throw unexpected();
        }
    }

    LiquidMistake unexpected() {
        var word = peek();
        return isAtEnd()
                ? LiquidMistake.at(
                        token.at(),
                        "Something is missing here: “%s”".formatted(token.text().strip()))
                : LiquidMistake.at(word.at(), "“%s” does not belong here", word.text());
    }

    String name(String of) {
        var word = take();
        if (word.sign() != Sign.NAME) {
            throw LiquidMistake.at(word.at(), "A name is missing: %s", of);
        }
        return word.text();
    }

    /** A value and the filters it goes through. */
    Expression filtered() {
        var value = value();
        var most = DEEPEST;
        while (takes("|")) {
            if (--most < 0) {
                throw LiquidMistake.tooMuch("A value goes through more than %d filters".formatted(DEEPEST));
            }
            value = filter(value);
        }
        return value;
    }

    private Expression filter(Expression input) {
        var at = peek().at();
        var name = name("the filter behind “|”");
        filters.require(name, at);
        var arguments = new ArrayList<Expression>();
        var options = new LinkedHashMap<String, Expression>();
        if (takes(":")) {
            do {
                if (peek().sign() == Sign.NAME && words.get(next + 1).is(":")) {
                    var option = take().text();
                    next++;
                    options.put(option, value());
                } else {
                    arguments.add(value());
                }
            } while (takes(",") && !isAtEnd() && !peek().is("|"));
        }
        return new Expression.Filtered(input, name, List.copyOf(arguments), options, at);
    }

    /** What a condition says: comparisons joined by and, or. */
    Expression condition() {
        var left = comparison();
        var at = peek().at();
        if (peek().isName("and") || peek().isName("or")) {
            deeper();
            var isAnd = take().isName("and");
            return new Expression.Junction(left, isAnd, condition(), at);
        }
        return left;
    }

    private Expression comparison() {
        var left = value();
        var operator = peek();
        if (operator.sign() != Sign.COMPARISON && !operator.isName("contains")) {
            if (operator.is("=")) {
                throw LiquidMistake.at(operator.at(), "“=” does not compare; write “==”");
            }
            return left;
        }
        next++;
        return new Expression.Comparison(left, operator.text(), value(), operator.at());
    }

    Expression value() {
        deeper();
        var value = oneValue();
        depth--;
        return value;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw LiquidMistake.tooMuch("More than %d values or conditions stand in one another".formatted(DEEPEST));
        }
    }

    private Expression oneValue() {
        var word = take();
        return switch (word.sign()) {
            case TEXT -> new Expression.Literal(word.text(), word.at());
            case NUMBER -> new Expression.Literal(number(word.text()), word.at());
            case NAME -> named(word);
            case MARK ->
                switch (word.text()) {
                    case "(" -> span(word);
                    case "[" -> variable(reckoned(), word);
                    default -> throw back().unexpected();
                };
            default -> throw back().unexpected();
        };
    }

    private ExpressionReader back() {
        next = Math.max(0, isAtEnd() ? next : next - 1);
        return this;
    }

    private static Object number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw LiquidMistake.tooMuch("A number has more than %d digits".formatted(LONGEST_NUMBER));
        }
        return text.contains(".") ? new BigDecimal(text) : new BigInteger(text);
    }

    private Expression span(Word open) {
        var from = value();
        if (!takes("..")) {
            throw unexpected();
        }
        var to = value();
        if (!takes(")")) {
            throw unexpected();
        }
        return new Expression.Span(from, to, open.at());
    }

    private Expression named(Word word) {
        var isAlone = !peek().is(".") && !peek().is("[");
        return switch (isAlone ? word.text() : "") {
            case "nil", "null" -> new Expression.Literal(null, word.at());
            case "true" -> new Expression.Literal(true, word.at());
            case "false" -> new Expression.Literal(false, word.at());
            case "blank" -> new Expression.Nothing(true, word.at());
            case "empty" -> new Expression.Nothing(false, word.at());
            default -> variable(new Expression.Literal(word.text(), word.at()), word);
        };
    }

    private Expression variable(Expression name, Word first) {
        var steps = new ArrayList<Expression>();
        while (true) {
            if (takes(".")) {
                var step = take();
                if (step.sign() != Sign.NAME) {
                    throw LiquidMistake.at(step.at(), "A name is missing behind the dot");
                }
                steps.add(new Expression.Member(step.text(), step.at()));
            } else if (takes("[")) {
                steps.add(reckoned());
            } else {
                return new Expression.Variable(name, List.copyOf(steps), written(first), first.at());
            }
        }
    }

    private Expression reckoned() {
        var inner = value();
        if (!takes("]")) {
            throw unexpected();
        }
        return inner;
    }

    private String written(Word first) {
        var last = words.get(next - 1);
        var end = last.at() - token.at() + last.text().length();
        return token.text()
                .substring(first.at() - token.at(), Math.min(token.text().length(), end));
    }

    /** An option of a loop, {@code limit: 3}; null where none of them is next. */
    @Nullable
    String option(Set<String> known) {
        var word = peek();
        if (word.sign() != Sign.NAME
                || !known.contains(word.text())
                || !words.get(next + 1).is(":")) {
            return null;
        }
        next += 2;
        return word.text();
    }

    /** Whether this is an option of its own without a value: {@code name:} follows otherwise. */
    boolean isOption() {
        return words.get(Math.min(words.size() - 1, next + 1)).is(":");
    }
}
