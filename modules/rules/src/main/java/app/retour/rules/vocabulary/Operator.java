package app.retour.rules.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** How a condition compares a fact; which ones a fact knows follows from its type. Strict means strict. */
public enum Operator {
    EQUALS(1, 1, type -> !type.isList()),
    ONE_OF(1, Operator.MANY, type -> type == FactType.TEXT || type == FactType.CHOICE || type.isNumeric()),
    LESS_THAN(1, 1, Operator::isOrdered),
    AT_MOST(1, 1, Operator::isOrdered),
    GREATER_THAN(1, 1, Operator::isOrdered),
    AT_LEAST(1, 1, Operator::isOrdered),
    /** Both ends included. */
    BETWEEN(2, 2, type -> isOrdered(type) || type == FactType.DATE),
    CONTAINS_ANY(1, Operator.MANY, FactType::isList),
    CONTAINS_ALL(1, Operator.MANY, FactType::isList),
    CONTAINS_NONE(1, Operator.MANY, FactType::isList),
    STARTS_WITH(1, 1, type -> type == FactType.TEXT),
    CONTAINS_TEXT(1, 1, type -> type == FactType.TEXT),
    /** At most so many days; the last one wholly included. */
    WITHIN_DAYS(1, 1, type -> type == FactType.DAYS),
    BEFORE(1, 1, type -> type == FactType.DATE),
    AFTER(1, 1, type -> type == FactType.DATE),
    /** True or false, never unknown itself. */
    IS_UNKNOWN(0, 0, _ -> true);

    /** Most values a condition may name. */
    public static final int MANY = 200;

    private final int fewest;
    private final int most;
    private final Predicate<FactType> suits;

    Operator(int fewest, int most, Predicate<FactType> suits) {
        this.fewest = fewest;
        this.most = most;
        this.suits = suits;
    }

    /** How many values it takes at least. */
    public int fewest() {
        return fewest;
    }

    /** How many values it takes at most. */
    public int most() {
        return most;
    }

    /** How it reads after the name of a fact of that type: "is under". */
    public String label(FactType type) {
        if (type == FactType.DAYS && this != IS_UNKNOWN) {
            return ago();
        }
        var isSaid = type == FactType.TEXT || type == FactType.CHOICE || type == FactType.DATE || type == FactType.FLAG;
        return switch (this) {
            case EQUALS -> isSaid ? "is" : "is exactly";
            case ONE_OF -> "is any of";
            case LESS_THAN -> "is under";
            case AT_MOST -> "is at most";
            case GREATER_THAN -> "is over";
            case AT_LEAST -> "is at least";
            case BETWEEN -> "is between";
            case CONTAINS_ANY -> "include any of";
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

    private String ago() {
        return switch (this) {
            case EQUALS -> "was exactly";
            case ONE_OF -> "was any of";
            case LESS_THAN -> "was fewer than";
            case AT_MOST -> "was at most";
            case GREATER_THAN -> "was more than";
            case AT_LEAST -> "was at least";
            case BETWEEN -> "was between";
            default -> "was within";
        };
    }

    public boolean suits(FactType type) {
        return suits.test(type);
    }

    static List<Operator> of(FactType type) {
        return Arrays.stream(values()).filter(operator -> operator.suits(type)).toList();
    }

    private static boolean isOrdered(FactType type) {
        return type.isNumeric() || type == FactType.MONEY;
    }
}
