package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert.LineUpsert;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Orders of any shape: told once more they are the same, and their lines are who they were. */
class TellingTheSameTwiceTests {
    private static final List<String> SKUS = List.of("A", "B", "C", "D");

    @Provide
    Arbitrary<List<LineUpsert>> lines() {
        var sku = Arbitraries.of(SKUS);
        var quantity = Arbitraries.integers().between(1, 4);
        var cents = Arbitraries.integers().between(0, 5_000);
        var shipped = Arbitraries.integers().between(0, 5).injectNull(0.3);
        return Combinators.combine(sku, quantity, cents, shipped)
                .as((name, pieces, price, sent) -> Changed.with(
                        OrderFixtures.aLine(
                                name, pieces, BigDecimal.valueOf(price, 2).toPlainString()),
                        "fulfilledQuantity",
                        sent))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static OrderUpsert order(List<LineUpsert> lines) {
        return ToldOrders.order(lines.getFirst(), lines.stream().skip(1).toArray(LineUpsert[]::new));
    }

    @Property
    void theSameAgainChangesNothing(@ForAll("lines") List<LineUpsert> lines) {
        var once = ToldOrders.first(order(lines));
        var twice = ToldOrders.again(once, order(lines));
        assertThat(twice.order()).isEqualTo(once.order());
        assertThat(twice.lines()).isEqualTo(once.lines());
    }

    @Property
    void everyLineHasAnIdAndAKeyOfItsOwn(
            @ForAll("lines") List<LineUpsert> before, @ForAll("lines") List<LineUpsert> after) {
        var changed = ToldOrders.again(ToldOrders.first(order(before)), order(after));
        assertThat(changed.lines().stream().map(LineRow::id)).doesNotHaveDuplicates();
        assertThat(changed.lines().stream().map(LineRow::key)).doesNotHaveDuplicates();
    }

    /** A return refers to a line for good. */
    @Property
    void noLineThatEverWasIsForgotten(
            @ForAll("lines") List<LineUpsert> before, @ForAll("lines") List<LineUpsert> after) {
        var once = ToldOrders.first(order(before));
        var changed = ToldOrders.again(once, order(after));
        assertThat(changed.lines().stream().map(LineRow::id))
                .containsAll(once.lines().stream().map(LineRow::id).toList());
        assertThat(changed.lines().stream().filter(line -> line.quantity() > 0)).hasSameSizeAs(after);
    }

    @Property
    void aLineIsNeverTakenForOneOfAnotherProduct(
            @ForAll("lines") List<LineUpsert> before, @ForAll("lines") List<LineUpsert> after) {
        var once = ToldOrders.first(order(before));
        var skus = once.lines().stream().collect(Collectors.toMap(LineRow::id, line -> String.valueOf(line.sku())));
        for (var line : ToldOrders.again(once, order(after)).lines()) {
            assertThat(skus.getOrDefault(line.id(), String.valueOf(line.sku()))).isEqualTo(line.sku());
        }
    }

    @Property
    void inAnotherOrderTheyAreTheSameLines(@ForAll("lines") List<LineUpsert> lines, @ForAll Random random) {
        var distinct = lines.stream()
                .collect(Collectors.toMap(LineUpsert::sku, line -> line, (one, _) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        var shuffled = new ArrayList<>(distinct);
        Collections.shuffle(shuffled, random);
        var once = ToldOrders.first(order(distinct));
        var again = ToldOrders.again(once, order(shuffled));
        assertThat(ids(again)).isEqualTo(ids(once));
        assertThat(again.order().subtotal()).isEqualByComparingTo(once.order().subtotal());
    }

    private static Map<String, UUID> ids(OrderMerge merged) {
        return merged.lines().stream().collect(Collectors.toMap(line -> String.valueOf(line.sku()), LineRow::id));
    }

    @Property
    void noMoreIsShippedThanWasBoughtAndTheSumsClose(@ForAll("lines") List<LineUpsert> lines) {
        var merged = ToldOrders.first(order(lines));
        assertThat(merged.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.fulfilledQuantity()).isBetween(0, line.quantity()));
        assertThat(merged.order().reconciles()).isTrue();
        assertThat(merged.lines().stream().map(LineRow::paid).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(merged.order().subtotal());
    }

    /** What is shown before an import is what the import will find. */
    @Property
    void whatWasForeseenIsWhatBecomes(
            @ForAll("lines") List<LineUpsert> lines, @ForAll @IntRange(min = -300, max = 300) int off) {
        var sum = order(lines).total().add(BigDecimal.valueOf(off, 2)).max(BigDecimal.ZERO);
        var told = Changed.with(order(lines), "total", sum);
        var foreseen = ForeseenOrder.of(told);
        assertThat(foreseen.reconciles())
                .isEqualTo(ToldOrders.first(told).order().reconciles());
        assertThat(foreseen.difference().isZero()).isEqualTo(foreseen.reconciles());
    }
}
