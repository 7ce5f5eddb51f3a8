package app.retour.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.vocabulary.CodedFacts;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Where a number lies between boundaries, by counting them. */
class StretchesTests {
    @Property(tries = 500)
    void aNumberLiesBehindAllBoundariesThatAreNotAboveIt(
            @ForAll @Size(max = 40) Set<@LongRange(min = -200, max = 200) Long> boundaries,
            @ForAll @LongRange(min = -210, max = 210) long number) {
        requireSame(boundaries, number);
    }

    @Property(tries = 1_000)
    void itDoesSoHoweverUnevenlyTheyLie(
            @ForAll @Size(max = 70) Set<@LongRange(min = Long.MIN_VALUE + 2) Long> boundaries,
            @ForAll @LongRange(min = Long.MIN_VALUE + 2, max = Long.MAX_VALUE - 1) long number) {
        requireSame(boundaries, number);
        boundaries.stream().filter(one -> one < Long.MAX_VALUE).forEach(one -> requireSame(boundaries, one));
    }

    @Example
    void aCrowdBesideOneFarAwayIsToldApart() {
        var crowd = new java.util.TreeSet<Long>(Set.of(CodedFacts.LEAST, Long.MAX_VALUE));
        for (var one = 0L; one < 300; one++) {
            crowd.add(3 * one);
        }
        for (var number = -5L; number < 905; number++) {
            requireSame(crowd, number);
        }
    }

    private static void requireSame(Set<Long> boundaries, long number) {
        var rising = boundaries.stream().mapToLong(one -> one).sorted().toArray();
        var stretches = new Stretches(rising);
        var passed = (int) Arrays.stream(rising).filter(one -> one <= number).count();
        assertThat(stretches.of(number)).isEqualTo(passed);
        assertThat(stretches.of(Math.max(CodedFacts.LEAST, stretches.least(passed))))
                .isEqualTo(passed);
    }
}
