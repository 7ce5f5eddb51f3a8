package app.retour.rules.policy;

import app.retour.kernel.AmountText;
import app.retour.kernel.Money;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Single conditions and values as people would say them, in English. */
public final class ConditionWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ConditionWords() {}

    public static String of(Condition.Test test) {
        var fact = test.fact();
        if (test.operator() == Operator.IS_UNKNOWN) {
            return switch (fact.type()) {
                case DAYS -> "it is unknown how long ago %s was".formatted(fact.label());
                case FLAG -> "it is unknown whether it is %s".formatted(fact.label());
                default -> "%s is unknown".formatted(fact.label());
            };
        }
        return switch (fact.type()) {
            case DAYS -> days(test);
            case FLAG -> "it is %s%s".formatted(values(test).equals("yes") ? "" : "not ", fact.label());
            case TEXTS, CHOICES -> list(test);
            default -> "%s %s %s".formatted(fact.label(), said(test.operator()).label(fact.type()), values(test));
        };
    }

    /** "The reason is A or B": the list says by itself that one of it will do. */
    private static Operator said(Operator operator) {
        return operator == Operator.ONE_OF ? Operator.EQUALS : operator;
    }

    /** "Delivery was at most … days ago". */
    private static String days(Condition.Test test) {
        var of = test.fact().label();
        return switch (test.operator()) {
            case WITHIN_DAYS -> "it is within %s of %s".formatted(values(test), of);
            case LESS_THAN -> "it is fewer than %s since %s".formatted(values(test), of);
            case AT_MOST -> "it is at most %s since %s".formatted(values(test), of);
            case GREATER_THAN -> "it is more than %s since %s".formatted(values(test), of);
            case AT_LEAST -> "it is at least %s since %s".formatted(values(test), of);
            case BETWEEN -> "it is between %s since %s".formatted(values(test), of);
            default -> "it is exactly %s since %s".formatted(values(test), of);
        };
    }

    private static String list(Condition.Test test) {
        var isOne =
                test.fact().type() == FactType.CHOICES && test.fact().label().endsWith("reason");
        var many = test.operands().size() > 1;
        var verb = switch (test.operator()) {
            case CONTAINS_NONE ->
                test.operands().size() == 2 ? "include neither" : many ? "include none of" : "do not include";
            default -> "include";
        };
        if (isOne) {
            verb = verb.replace("do not include", "is not").replace("include", "is");
        }
        return "%s %s %s".formatted(test.fact().label(), verb, values(test));
    }

    /** "A, B or C"; a unit that all share is said once, at the end. */
    private static String values(Condition.Test test) {
        var operands = test.operands();
        var last = of(test.fact(), operands.getLast());
        if (operands.size() == 1) {
            return last;
        }
        var before = operands.subList(0, operands.size() - 1).stream()
                .map(value -> withoutUnit(test.fact(), value))
                .collect(Collectors.joining(", "));
        return "%s %s %s".formatted(before, by(test), last);
    }

    private static String by(Condition.Test test) {
        return switch (test.operator()) {
            case BETWEEN, CONTAINS_ALL -> "and";
            case CONTAINS_NONE -> test.operands().size() == 2 ? "nor" : "or";
            default -> "or";
        };
    }

    private static String withoutUnit(Fact fact, FactValue value) {
        return switch (value) {
            case FactValue.Quantity(var number) -> plain(number);
            default -> of(fact, value);
        };
    }

    /** A known value in plain words. */
    public static String of(Fact fact, FactValue value) {
        return switch (value) {
            case FactValue.Unknown _ -> "unknown";
            case FactValue.Text(var text) -> text(fact, text);
            case FactValue.Texts(var texts) ->
                texts.isEmpty()
                        ? "none"
                        : texts.stream().map(text -> text(fact, text)).collect(Collectors.joining(", "));
            case FactValue.Quantity(var number) -> plain(number) + unit(fact.type(), number);
            case FactValue.Amount(var money) -> money(money);
            case FactValue.Day(var date) -> DAY.format(date);
            case FactValue.Flag(var isSet) -> isSet ? "yes" : "no";
        };
    }

    private static String text(Fact fact, String text) {
        return fact.type().isChosen() ? Sentences.label(fact, text) : quoted(text);
    }

    private static String unit(FactType type, BigDecimal number) {
        return switch (type) {
            case DAYS -> number.compareTo(BigDecimal.ONE) == 0 ? " day" : " days";
            case GRAMS -> " g";
            case PERCENT -> "%";
            default -> "";
        };
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /** €100, €1,049.90. */
    public static String money(Money money) {
        return AmountText.spoken(money, Locale.ENGLISH);
    }

    /** 12,000; 0.5. */
    static String plain(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return grouped(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }
}
