package app.retour.rules;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Single conditions and values as people would say them, in English. */
final class ConditionWords {
    private ConditionWords() {}

    static String of(Condition.Test test) {
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
            default -> "%s %s %s".formatted(fact.label(), words(test.operator(), fact.type()), values(test));
        };
    }

    /** How the operator reads after the fact's name. */
    static String words(Operator operator, FactType type) {
        var isText = type == FactType.TEXT || type == FactType.CHOICE;
        return switch (operator) {
            case EQUALS -> isText || type == FactType.DATE || type == FactType.FLAG ? "is" : "is exactly";
            case ONE_OF -> "is one of";
            case LESS_THAN -> "is under";
            case AT_MOST -> "is at most";
            case GREATER_THAN -> "is over";
            case AT_LEAST -> "is at least";
            case BETWEEN -> "is between";
            case CONTAINS_ANY -> "include";
            case CONTAINS_ALL -> "include all of";
            case CONTAINS_NONE -> "include none of";
            case STARTS_WITH -> "starts with";
            case CONTAINS_TEXT -> "contains";
            case WITHIN_DAYS -> "is within";
            case BEFORE -> "is before";
            case AFTER -> "is after";
            case IS_UNKNOWN -> "is unknown";
        };
    }

    private static String days(Condition.Test test) {
        var of = test.fact().label();
        return switch (test.operator()) {
            case WITHIN_DAYS -> "it is within %s of %s".formatted(values(test), of);
            case LESS_THAN -> "it is fewer than %s since %s".formatted(values(test), of);
            case AT_MOST -> "it is at most %s since %s".formatted(values(test), of);
            case GREATER_THAN -> "it is more than %s since %s".formatted(values(test), of);
            case AT_LEAST -> "it is at least %s since %s".formatted(values(test), of);
            default -> "it %s %s since %s".formatted(words(test.operator(), FactType.DAYS), values(test), of);
        };
    }

    private static String list(Condition.Test test) {
        var isOne =
                test.fact().type() == FactType.CHOICES && test.fact().label().endsWith("reason");
        var many = test.operands().size() > 1;
        var verb = switch (test.operator()) {
            case CONTAINS_ALL -> many ? "include all of" : "include";
            case CONTAINS_NONE -> many ? "include none of" : "do not include";
            default -> many ? "include any of" : "include";
        };
        if (isOne) {
            verb = verb.replace("do not include", "is not").replace("include", "is");
        }
        return "%s %s %s".formatted(test.fact().label(), verb, values(test));
    }

    private static String values(Condition.Test test) {
        var by = test.operator() == Operator.BETWEEN ? " and " : ", ";
        return test.operands().stream().map(value -> of(test.fact(), value)).collect(Collectors.joining(by));
    }

    /** A known value in plain words. */
    static String of(Fact fact, FactValue value) {
        return switch (value) {
            case FactValue.Unknown _ -> "unknown";
            case FactValue.Text(var text) -> text(fact, text);
            case FactValue.Texts(var texts) ->
                texts.isEmpty()
                        ? "none"
                        : texts.stream().map(text -> text(fact, text)).collect(Collectors.joining(", "));
            case FactValue.Quantity(var number) -> plain(number) + unit(fact.type(), number);
            case FactValue.Amount(var money) -> money(money);
            case FactValue.Day(var date) -> date.toString();
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
            case PERCENT -> " %";
            default -> "";
        };
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /** 100 EUR, 49.90 EUR. */
    static String money(Money money) {
        var amount = money.amount();
        var isWhole = amount.stripTrailingZeros().scale() <= 0;
        return "%s %s"
                .formatted(
                        isWhole ? plain(amount) : amount.toPlainString(),
                        money.currency().getCurrencyCode());
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
