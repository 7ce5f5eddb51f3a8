package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.LineUpsert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of an order are meant when it is told again. A line's own id says so; two that differ are never one line.
 * Without ids the line must be called the same, and of several such the one that is most alike is it: what was paid tells
 * the free one of two equal shirts from the other, in whatever order they come. Their place counts last.
 */
final class LineIdentity {
    private static final String OWN = "id:";

    /** Most telling first. */
    private static final List<BiPredicate<Told, LineRow>> LIKENESS = List.of(
            (told, known) ->
                    told.isPaidAs(known) && told.isListedAs(known) && told.isTitledAs(known) && told.isAsManyAs(known),
            (told, known) -> told.isPaidAs(known) && told.isListedAs(known) && told.isTitledAs(known),
            (told, known) -> told.isPaidAs(known) && told.isListedAs(known),
            (told, known) -> told.isPaidAs(known),
            (told, known) -> told.isListedAs(known) && told.isTitledAs(known),
            (told, known) -> told.isListedAs(known),
            (told, known) -> told.isTitledAs(known) && told.position == known.position(),
            Told::isTitledAs,
            (told, known) -> told.position == known.position(),
            (_, _) -> true);

    private final List<@Nullable LineRow> known = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<LineRow> left;

    /** @param paid for each line told, after all discounts */
    LineIdentity(Collection<LineRow> before, List<LineUpsert> told, List<Money> paid) {
        left = new ArrayList<>(before);
        for (var line : told) {
            known.add(withOwnId(line));
        }
        var open = new ArrayList<Told>();
        for (var i = 0; i < told.size(); i++) {
            if (known.get(i) == null) {
                open.add(new Told(told.get(i), i, paid.get(i)));
            }
        }
        match(open, false);
        match(open, true);
        Set<String> used = new HashSet<>();
        before.forEach(line -> used.add(line.key()));
        var counts = new HashMap<String, Integer>();
        for (var i = 0; i < told.size(); i++) {
            keys.add(key(told.get(i), known.get(i), used, counts));
        }
    }

    /** The line that the told one at this place was so far; null when it is new. */
    @Nullable
    LineRow known(int place) {
        return known.get(place);
    }

    /** What tells the line at this place from the order's others; stays as long as the line does. */
    String key(int place) {
        return keys.get(place);
    }

    /** Those that were not told again. */
    List<LineRow> gone() {
        return List.copyOf(left);
    }

    /** @param line as stored */
    static boolean isOwnId(LineRow line, String externalId) {
        return line.key().equals(own(externalId));
    }

    private static String own(String externalId) {
        return OWN + externalId + "#1";
    }

    private @Nullable LineRow withOwnId(LineUpsert line) {
        var own = line.externalId();
        return own == null ? null : take(found -> isOwnId(found, own));
    }

    private @Nullable LineRow take(java.util.function.Predicate<LineRow> wanted) {
        for (var i = 0; i < left.size(); i++) {
            if (wanted.test(left.get(i))) {
                return left.remove(i);
            }
        }
        return null;
    }

    /** @param takenOff lines that are no longer of the order may come back, but only where no other is meant */
    private void match(List<Told> open, boolean takenOff) {
        for (var alike : LIKENESS) {
            for (var told : open) {
                if (known.get(told.position) == null) {
                    known.set(
                            told.position,
                            take(line ->
                                    (line.quantity() == 0) == takenOff && told.mayBe(line) && alike.test(told, line)));
                }
            }
        }
    }

    private static String key(LineUpsert told, @Nullable LineRow known, Set<String> used, Map<String, Integer> counts) {
        if (told.externalId() != null) {
            return own(told.externalId());
        }
        if (known != null) {
            return known.key();
        }
        var called = told.sku() != null
                ? "sku:" + told.sku()
                : "title:" + told.title().strip();
        String key;
        do {
            key = called + "#" + counts.merge(called, 1, Integer::sum);
        } while (!used.add(key));
        return key;
    }

    private record Told(LineUpsert line, int position, Money paid) {
        boolean mayBe(LineRow known) {
            if (line.externalId() != null && known.key().startsWith(OWN)) {
                return false;
            }
            return line.sku() != null && known.sku() != null ? line.sku().equals(known.sku()) : isTitledAs(known);
        }

        boolean isPaidAs(LineRow known) {
            return paid.amount().compareTo(known.paid()) == 0;
        }

        boolean isListedAs(LineRow known) {
            return line.unitPrice().compareTo(known.unitPrice()) == 0;
        }

        boolean isTitledAs(LineRow known) {
            return line.title().strip().equals(known.title())
                    && (line.variantTitle() == null
                            || known.variantTitle() == null
                            || Objects.equals(line.variantTitle(), known.variantTitle()));
        }

        boolean isAsManyAs(LineRow known) {
            return line.quantity() == known.quantity();
        }
    }
}
