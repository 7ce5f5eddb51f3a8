package app.retour.notifications.liquid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters of lists. */
final class ListFilters {
    private ListFilters() {}

    static void into(Filters filters) {
        filters.add(
                "size",
                0,
                0,
                (value, _) -> Values.member(value, "size") instanceof Values.Found(var size) ? size : BigInteger.ZERO);
        filters.add("first", 0, 0, (value, _) -> end(value, "first"));
        filters.add("last", 0, 0, (value, _) -> end(value, "last"));
        filters.add(
                "join",
                0,
                1,
                (value, arguments) ->
                        Values.joined(flat(value), arguments.has(0) ? arguments.text(0) : " ", Values::text));
        filters.add(
                "reverse",
                0,
                0,
                (value, _) -> new ArrayList<@Nullable Object>(flat(value).reversed()));
        filters.add("concat", 1, 1, ListFilters::concat);
        filters.add(
                "map",
                1,
                1,
                (value, arguments) -> of(flat(value).stream()
                        .map(each -> property(each, arguments.text(0), arguments))
                        .toList()));
        filters.add(
                "compact",
                0,
                1,
                (value, arguments) -> kept(
                        value,
                        each -> (arguments.has(0) ? property(each, arguments.text(0), arguments) : each) != null));
        filters.add("uniq", 0, 1, ListFilters::distinct);
        filters.add("sort", 0, 1, (value, arguments) -> sorted(value, arguments, ListFilters::order));
        filters.add(
                "sort_natural",
                0,
                1,
                (value, arguments) -> sorted(
                        value,
                        arguments,
                        Comparator.comparing(
                                (@Nullable Object each) -> Values.text(each).toLowerCase(Locale.ROOT))));
        filters.add("where", 1, 2, (value, arguments) -> kept(value, fits(arguments)));
        filters.add(
                "reject",
                1,
                2,
                (value, arguments) -> kept(value, fits(arguments).negate()));
        filters.add("has", 1, 2, (value, arguments) -> flat(value).stream().anyMatch(fits(arguments)));
        filters.add("find", 1, 2, (value, arguments) -> {
            var found = kept(value, fits(arguments));
            return found.isEmpty() ? null : found.getFirst();
        });
        filters.add("find_index", 1, 2, (value, arguments) -> {
            var list = flat(value);
            var fits = fits(arguments);
            for (var i = 0; i < list.size(); i++) {
                if (fits.test(list.get(i))) {
                    return BigInteger.valueOf(i);
                }
            }
            return null;
        });
        filters.add("sum", 0, 1, ListFilters::sum);
    }

    private static @Nullable Object end(@Nullable Object value, String which) {
        if (value instanceof String text && !text.isEmpty()) {
            return which.equals("first")
                    ? text.substring(0, text.offsetByCodePoints(0, 1))
                    : text.substring(text.offsetByCodePoints(text.length(), -1));
        }
        return Values.member(value, which) instanceof Values.Found(var found) ? found : null;
    }

    private static List<@Nullable Object> flat(@Nullable Object value) {
        var flat = new ArrayList<@Nullable Object>();
        switch (value) {
            case null -> {}
            case WholeNumbers range -> {
                if (range.size() > Values.LARGEST) {
                    throw Values.tooLarge();
                }
                flat.addAll(range);
            }
            case Collection<?> list ->
                list.forEach(each -> {
                    if (each instanceof Collection<?>) {
                        flat.addAll(flat(each));
                    } else {
                        flat.add(each);
                    }
                });
            default -> flat.add(value);
        }
        return flat;
    }

    private static List<@Nullable Object> of(List<? extends @Nullable Object> list) {
        return new ArrayList<>(list);
    }

    private static List<@Nullable Object> kept(@Nullable Object value, Predicate<@Nullable Object> fits) {
        return of(flat(value).stream().filter(fits).toList());
    }

    private static Object concat(@Nullable Object value, Filter.Arguments arguments) {
        if (!(arguments.at(0) instanceof Collection<?> more)) {
            throw LiquidMistake.of("“concat” wants a list, not %s", Values.told(arguments.at(0)));
        }
        var all = flat(value);
        all.addAll(flat(more));
        return all;
    }

    private static @Nullable Object property(@Nullable Object of, String name, Filter.Arguments arguments) {
        if (of instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (Values.member(of, name) instanceof Values.Found(var found)) {
            return found;
        }
        throw LiquidMistake.of(
                "“%s: %s” wants a list of groups; in it is %s", arguments.filter(), name, Values.told(of));
    }

    private static Predicate<@Nullable Object> fits(Filter.Arguments arguments) {
        var name = arguments.text(0);
        var wanted = arguments.at(1);
        return each -> {
            arguments.scope().work(1);
            var found = each == null ? null : property(each, name, arguments);
            return wanted == null ? Values.isTrue(found) : Comparing.isEqual(found, wanted);
        };
    }

    private static Object distinct(@Nullable Object value, Filter.Arguments arguments) {
        var seen = new LinkedHashSet<@Nullable Object>();
        return kept(value, each -> seen.add(arguments.has(0) ? property(each, arguments.text(0), arguments) : each));
    }

    private static Object sorted(
            @Nullable Object value, Filter.Arguments arguments, Comparator<@Nullable Object> order) {
        var by = Comparator.comparing(
                (@Nullable Object each) -> {
                    arguments.scope().work(Values.size(each));
                    return arguments.has(0) && each != null ? property(each, arguments.text(0), arguments) : each;
                },
                Comparator.nullsLast(order));
        return of(flat(value).stream().sorted(by).toList());
    }

    private static int order(@Nullable Object one, @Nullable Object other) {
        var order = Comparing.order(one, other);
        if (order == null) {
            throw LiquidMistake.of("“sort” cannot order %s and %s", Values.told(one), Values.told(other));
        }
        return order;
    }

    private static Object sum(@Nullable Object value, Filter.Arguments arguments) {
        var sum = BigDecimal.ZERO;
        var isWhole = true;
        for (var each : flat(value)) {
            var part = arguments.has(0) ? property(each, arguments.text(0), arguments) : each;
            var number = Values.numberIn(part);
            if (number != null) {
                sum = sum.add(number);
                isWhole &= number.scale() <= 0 && !(part instanceof BigDecimal);
            }
        }
        return isWhole ? sum.toBigInteger() : sum;
    }
}
