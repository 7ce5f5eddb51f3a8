package app.retour.notifications.liquid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Filters of numbers. Whole numbers stay whole; an amount of money counts as its number. */
final class NumberFilters {
    private static final MathContext PRECISION = new MathContext(17);

    private NumberFilters() {}

    private interface OfTwo {
        BigDecimal of(BigDecimal one, BigDecimal other);
    }

    static void into(Filters filters) {
        two(filters, "plus", BigDecimal::add);
        two(filters, "minus", BigDecimal::subtract);
        two(filters, "times", BigDecimal::multiply);
        two(filters, "at_least", BigDecimal::max);
        two(filters, "at_most", BigDecimal::min);
        filters.add("divided_by", 1, 1, NumberFilters::divided);
        filters.add("modulo", 1, 1, NumberFilters::remainder);
        filters.add("abs", 0, 0, (value, _) -> shaped(number(value).abs(), isWhole(value)));
        filters.add("ceil", 0, 0, (value, _) -> whole(value, RoundingMode.CEILING));
        filters.add("floor", 0, 0, (value, _) -> whole(value, RoundingMode.FLOOR));
        filters.add("round", 0, 1, NumberFilters::rounded);
    }

    private static void two(Filters filters, String name, OfTwo sum) {
        filters.add(
                name,
                1,
                1,
                (value, arguments) ->
                        shaped(sum.of(number(value), arguments.number(0)), isWhole(value) && isWhole(arguments.at(0))));
    }

    private static BigDecimal number(@Nullable Object value) {
        var number = Values.numberIn(value);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static boolean isWhole(@Nullable Object value) {
        var number = Values.numberIn(value);
        return !(value instanceof BigDecimal) && (number == null || number.scale() <= 0);
    }

    private static Object shaped(BigDecimal number, boolean isWhole) {
        return isWhole ? number.toBigInteger() : number;
    }

    private static BigInteger whole(@Nullable Object value, RoundingMode rounding) {
        return number(value).setScale(0, rounding).toBigInteger();
    }

    private static BigDecimal divisor(Filter.Arguments arguments) {
        var by = arguments.number(0);
        if (by.signum() == 0) {
            throw LiquidMistake.of("“%s” cannot divide by 0", arguments.filter());
        }
        return by;
    }

    private static Object divided(@Nullable Object value, Filter.Arguments arguments) {
        var by = divisor(arguments);
        return isWhole(value) && isWhole(arguments.at(0))
                ? number(value).divide(by, 0, RoundingMode.FLOOR).toBigInteger()
                : number(value).divide(by, PRECISION);
    }

    private static Object remainder(@Nullable Object value, Filter.Arguments arguments) {
        var by = divisor(arguments);
        var times = number(value).divide(by, 0, RoundingMode.FLOOR);
        return shaped(number(value).subtract(times.multiply(by)), isWhole(value) && isWhole(arguments.at(0)));
    }

    private static Object rounded(@Nullable Object value, Filter.Arguments arguments) {
        var digits = Math.clamp(arguments.whole(0, 0), -50, 50);
        var number = number(value);
        if (digits <= 0) {
            return number.setScale(digits, RoundingMode.HALF_UP).toBigInteger();
        }
        return isWhole(value) ? number.toBigInteger() : number.setScale(digits, RoundingMode.HALF_UP);
    }
}
