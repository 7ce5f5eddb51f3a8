package app.retour.notifications.liquid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters that a template may use. */
final class Filters {
    /**
     * @param least values that must stand behind its colon
     * @param most that may
     */
    record Known(int least, int most, Filter filter) {}

    private final Map<String, Known> known = new HashMap<>();

    private Filters() {}

    /** As Liquid has them; their text may hold HTML. */
    static Filters ofLiquid() {
        var filters = new Filters();
        TextFilters.into(filters);
        EscapingFilters.into(filters);
        NumberFilters.into(filters);
        ListFilters.into(filters);
        filters.add("default", 0, 1, Filters::orDefault);
        filters.add("date", 1, 1, TimeFormat::filter);
        filters.add("json", 0, 0, (value, _) -> JsonText.of(value));
        return filters;
    }

    /**
     * For text that becomes HTML only when all of it is written, each sign escaped once: there is nothing to escape
     * before, and a line's end is a line's end.
     */
    static Filters ofPlainText() {
        var filters = ofLiquid();
        filters.add("escape", 0, 0, (value, _) -> value == null ? null : Values.text(value));
        filters.add("h", 0, 0, (value, _) -> value == null ? null : Values.text(value));
        filters.add("escape_once", 0, 0, (value, _) -> EscapingFilters.unescaped(Values.text(value)));
        filters.add("newline_to_br", 0, 0, (value, _) -> Values.text(value));
        ShopFilters.into(filters);
        return filters;
    }

    void add(String name, int least, int most, Filter filter) {
        known.put(name, new Known(least, most, filter));
    }

    void require(String name, int at) {
        if (!known.containsKey(name)) {
            var near = Scope.nearest(name, known.keySet());
            throw LiquidMistake.at(
                    at,
                    "The filter “%s” is not known here%s",
                    name,
                    near == null ? "" : "; did you mean “%s”?".formatted(near));
        }
    }

    @Nullable
    Object apply(String name, @Nullable Object value, Filter.Arguments arguments) {
        var filter = known.get(name);
        if (filter == null) {
            throw LiquidMistake.of("The filter “%s” is not known here", name);
        }
        arguments.require(filter.least(), filter.most());
        return filter.filter().apply(value, arguments);
    }

    private static @Nullable Object orDefault(@Nullable Object value, Filter.Arguments arguments) {
        var keepsFalse = Values.isTrue(arguments.named().get("allow_false"));
        var isNothing = value == null || Boolean.FALSE.equals(value) && !keepsFalse || Values.isEmpty(value);
        return isNothing ? (arguments.has(0) ? arguments.at(0) : "") : value;
    }
}
