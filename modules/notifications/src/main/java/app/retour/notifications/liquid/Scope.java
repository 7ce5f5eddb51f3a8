package app.retour.notifications.liquid;

import java.math.BigInteger;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a template knows while it is filled, and how much it has done. */
final class Scope {
    enum Interrupt {
        BREAK,
        CONTINUE
    }

    private static final long MOST_WORK = 20_000_000;
    private final Map<String, ?> facts;
    private final Setting setting;
    private final Map<String, @Nullable Object> assigned = new HashMap<>();
    private final Deque<Map<String, @Nullable Object>> inner = new ArrayDeque<>();
    private final Map<String, Long> counters = new HashMap<>();
    final Map<String, Integer> cycles = new HashMap<>();
    final Map<String, Integer> offsets = new HashMap<>();

    @Nullable
    String lastChanged;

    @Nullable
    Interrupt interrupt;

    private final long start = System.nanoTime();
    private long work;
    private int iterations;

    Scope(Map<String, ?> facts, Setting setting) {
        this.facts = facts;
        this.setting = setting;
    }

    /**
     * @param isStrict a name that does not exist is a mistake, not nothing
     * @param limits of its loops and its time
     */
    record Setting(Filters filters, Clock clock, Locale locale, boolean isStrict, LiquidTemplate.Limits limits) {}

    @Nullable
    Object find(String name, Expression.Variable variable) {
        for (var each : inner) {
            if (each.containsKey(name)) {
                return each.get(name);
            }
        }
        if (assigned.containsKey(name)) {
            return assigned.get(name);
        }
        var counter = counters.get(name);
        if (counter != null) {
            return BigInteger.valueOf(counter);
        }
        return facts.containsKey(name) ? facts.get(name) : missing(facts, name, variable);
    }

    /** Nothing; or a mistake that names what there is. */
    @Nullable
    Object missing(@Nullable Object from, String name, Expression.Variable variable) {
        if (!setting.isStrict) {
            return null;
        }
        var known = from instanceof Map<?, ?> map ? map.keySet() : Set.of();
        var nearest = nearest(name, known);
        var whole = variable.written();
        var hint = nearest == null
                ? ""
                : "; did you mean “%s”?".formatted(whole.contains(name) ? whole.replace(name, nearest) : nearest);
        throw LiquidMistake.at(variable.at(), "There is no “%s” here%s", whole, hint);
    }

    static @Nullable String nearest(String name, Set<?> known) {
        var names = new TreeSet<String>();
        known.forEach(each -> names.add(String.valueOf(each)));
        return names.stream()
                .filter(each -> Likeness.distance(name, each) <= Math.max(2, name.length() / 2))
                .min(Comparator.comparingInt(each -> Likeness.distance(name, each)))
                .orElse(null);
    }

    void assign(String name, @Nullable Object value) {
        assigned.put(name, value);
    }

    void enter(Map<String, @Nullable Object> names) {
        inner.push(names);
    }

    void leave() {
        inner.pop();
    }

    /** What the loop around this one goes through, if there is one. */
    @Nullable
    Object outer(String name) {
        return inner.isEmpty() ? null : inner.peek().get(name);
    }

    /** Counts up from 0, or down from −1; gives what is printed. */
    long count(String name, int by) {
        var now = counters.getOrDefault(name, 0L);
        counters.put(name, now + by);
        return by > 0 ? now : now + by;
    }

    void iterate() {
        var most = setting.limits.mostIterations();
        if (++iterations > most) {
            throw LiquidMistake.tooMuch("Its loops run more than %d times together".formatted(most));
        }
        work(1);
    }

    /**
     * Counts what is done, so that the same template is always refused, and looks at the clock, since some signs cost more
     * than others. Whoever goes through something calls it before.
     */
    void work(long size) {
        work += size + 1;
        if (work > MOST_WORK) {
            throw LiquidMistake.tooMuch("It does too much; make it simpler");
        }
        if (System.nanoTime() - start > setting.limits.longest().toNanos()) {
            throw LiquidMistake.tooMuch("It takes too long to fill; make it simpler");
        }
    }

    /** Looks for a text in a text: the longer what is looked for, the more often each sign may be read. */
    void search(String in, String wanted) {
        work(in.length() * (1L + wanted.length() / 16));
    }

    Filters filters() {
        return setting.filters;
    }

    Locale locale() {
        return setting.locale;
    }

    ZonedDateTime now() {
        return ZonedDateTime.now(setting.clock);
    }
}
