package app.retour.notifications.liquid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes another value of a value. */
@FunctionalInterface
interface Filter {
    @Nullable
    Object apply(@Nullable Object value, Arguments arguments);

    /**
     * What stands behind the filter's name.
     *
     * @param named {@code allow_false: true}
     */
    record Arguments(String filter, List<@Nullable Object> given, Map<String, @Nullable Object> named, Scope scope) {
        @Nullable
        Object at(int place) {
            return place < given.size() ? given.get(place) : null;
        }

        String text(int place) {
            return Values.text(at(place));
        }

        boolean has(int place) {
            return place < given.size();
        }

        long whole(int place, long otherwise) {
            if (!has(place)) {
                return otherwise;
            }
            var number = Values.wholeNumber(at(place));
            if (number == null) {
                throw LiquidMistake.of("“%s” wants a whole number, not %s", filter, Values.told(at(place)));
            }
            return number;
        }

        BigDecimal number(int place) {
            var number = Values.numberIn(at(place));
            return number == null ? BigDecimal.ZERO : number;
        }

        void require(int least, int most) {
            if (given.size() < least || given.size() > most) {
                throw LiquidMistake.of(
                        "“%s” takes %s behind its colon, not %d",
                        filter,
                        least == most
                                ? (least == 0 ? "nothing" : String.valueOf(least))
                                : "%d to %d".formatted(least, most),
                        given.size());
            }
        }
    }

    static List<@Nullable Object> list(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
