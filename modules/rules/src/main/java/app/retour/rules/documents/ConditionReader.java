package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.policy.Comparison;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads conditions and typed values, and refuses those that no fact of the vocabulary could meet. */
public final class ConditionReader {
    static final int DEEPEST = 8;
    static final int MOST_TESTS_A_RULE = 100;
    static final int LONGEST_VALUE = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Currency currency;
    private final Vocabulary vocabulary;
    private final boolean isNew;

    public ConditionReader(Currency currency, Vocabulary vocabulary) {
        this(currency, vocabulary, false);
    }

    /** @param isNew whether somebody is writing it now; what is stored is read as it is */
    ConditionReader(Currency currency, Vocabulary vocabulary, boolean isNew) {
        this.currency = currency;
        this.vocabulary = vocabulary;
        this.isNew = isNew;
    }

    public Condition read(DocumentPart given) {
        var condition = read(given, 0);
        if (tests(condition) > MOST_TESTS_A_RULE) {
            throw given.refused(ErrorCode.TOO_LARGE, "At most %d conditions in a rule".formatted(MOST_TESTS_A_RULE));
        }
        return condition;
    }

    static int tests(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> tests(parts);
            case Condition.Any(var parts) -> tests(parts);
            case Condition.None(var parts) -> tests(parts);
            case Condition.Test _ -> 1;
        };
    }

    private static int tests(List<Condition> parts) {
        return parts.stream().mapToInt(ConditionReader::tests).sum();
    }

    private Condition read(DocumentPart given, int depth) {
        if (depth > DEEPEST) {
            throw given.refused(ErrorCode.TOO_LARGE, "At most %d groups inside each other".formatted(DEEPEST));
        }
        var fields = given.knowingOnly("all", "any", "none", "test").fields();
        if (fields.size() != 1) {
            throw given.refused(
                    fields.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                    "Give exactly one of all, any, none and test");
        }
        return switch (fields.iterator().next()) {
            case "all" -> group(given.at("all"), depth, Condition.All::new);
            case "any" -> group(given.at("any"), depth, Condition.Any::new);
            case "none" -> group(given.at("none"), depth, Condition.None::new);
            default -> test(given.at("test"));
        };
    }

    private Condition group(DocumentPart given, int depth, Function<List<Condition>, Condition> made) {
        var parts = new ArrayList<Condition>();
        for (var part : given.items(MOST_TESTS_A_RULE)) {
            parts.add(read(part, depth + 1));
        }
        var isAlways = depth == 0 && given.path().getLast().equals("all");
        if (parts.isEmpty() && !isAlways) {
            throw given.refused(ErrorCode.REQUIRED, "A group has at least one condition");
        }
        return made.apply(parts);
    }

    private Condition test(DocumentPart given) {
        given.knowingOnly("fact", "operator", "values");
        var fact = fact(given.at("fact"));
        var operator = given.at("operator").oneOf(Operator.class);
        if (!operator.suits(fact.type())) {
            throw given.at("operator")
                    .invalid("%s cannot be compared like this; what suits it: %s"
                            .formatted(
                                    capital(fact.label()),
                                    fact.operators().stream()
                                            .map(one -> "“%s” (%s)".formatted(one.label(fact.type()), one))
                                            .collect(Collectors.joining(", "))));
        }
        var values =
                given.maybe("values").map(part -> part.items(Operator.MANY)).orElse(List.of());
        if (values.size() < operator.fewest() || values.size() > operator.most()) {
            throw given.at("values")
                    .refused(
                            values.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.INVALID, wanted(operator, values.size()));
        }
        var operands = values.stream().map(part -> value(fact, part)).toList();
        if (isNew && fact instanceof FactName) {
            values.forEach(part -> refuseBelowZero(fact, part));
        }
        if (operator == Operator.BETWEEN
                && Comparison.of(
                                new Condition.Test(
                                        fact, Operator.BETWEEN, List.of(operands.getFirst(), operands.getLast())),
                                operands.getFirst())
                        != Truth.TRUE) {
            throw given.at("values").invalid("The first value must not be above the second");
        }
        return new Condition.Test(fact, operator, operands);
    }

    /** No amount of the house is ever below zero. */
    private void refuseBelowZero(Fact fact, DocumentPart given) {
        if (value(fact, given) instanceof FactValue.Amount(var money)
                && money.amount().signum() < 0) {
            throw given.invalid("An amount is never below zero; give 0 or more");
        }
    }

    private static String wanted(Operator operator, int given) {
        return switch (operator.most()) {
            case 0 -> "No value belongs here";
            case 1 -> given == 0 ? "Give a value to compare with" : "Give one value, not %d".formatted(given);
            case 2 -> "Give two values, the smaller one first";
            default ->
                given == 0
                        ? "Give at least one value"
                        : "At most %d values are accepted here".formatted(operator.most());
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public Fact fact(DocumentPart given) {
        var key = given.text(64);
        return vocabulary
                .byKey(key)
                .orElseThrow(
                        () -> given.invalid("There is no fact “%s”; the vocabulary names them all".formatted(key)));
    }

    /** One value of a fact's type; of a list, one element. */
    FactValue value(Fact fact, DocumentPart given) {
        return switch (fact.type()) {
            case TEXT, TEXTS -> new FactValue.Text(given.text(LONGEST_VALUE));
            case CHOICE, CHOICES -> {
                var option = given.text(LONGEST_VALUE);
                if (!fact.offers(option)) {
                    throw given.invalid("Give one of "
                            + fact.options().stream().map(FactOption::value).collect(Collectors.joining(", ")));
                }
                yield new FactValue.Text(option);
            }
            case COUNT, DAYS, GRAMS -> new FactValue.Quantity(whole(given, fact.type() == FactType.DAYS));
            case PERCENT -> new FactValue.Quantity(percent(given));
            case MONEY -> new FactValue.Amount(PolicyReader.money(given, currency));
            case DATE -> new FactValue.Day(date(given));
            case FLAG ->
                switch (given.text(5)) {
                    case "true" -> new FactValue.Flag(true);
                    case "false" -> new FactValue.Flag(false);
                    default -> throw given.invalid("Give true or false");
                };
        };
    }

    /** The same of a text from elsewhere; empty where that is no such value. */
    public Optional<FactValue> valueOf(Fact fact, String text) {
        try {
            return Optional.of(value(fact, DocumentPart.root(text, "value")));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static BigDecimal whole(DocumentPart given, boolean maybeNegative) {
        var number = given.decimal();
        if (number.stripTrailingZeros().scale() > 0
                || (number.signum() < 0 && !maybeNegative)
                || number.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw given.invalid("Give a whole number from 0 to 1,000,000,000");
        }
        return number;
    }

    private static BigDecimal percent(DocumentPart given) {
        var number = given.decimal();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw given.invalid("Give a percentage from 0 to 100");
        }
        return number;
    }

    private static LocalDate date(DocumentPart given) {
        try {
            var date = LocalDate.parse(given.text(10));
            if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // told below
        }
        throw given.invalid("Give a day from 1970 to 2199 such as 2026-11-23");
    }
}
