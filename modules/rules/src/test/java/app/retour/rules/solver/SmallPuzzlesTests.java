package app.retour.rules.solver;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.solver.Clauses.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Puzzles so small that every world can be looked at, one after the other. */
class SmallPuzzlesTests {
    private static final int VARIABLES = 7;

    /** By world, a bit a variable: whether every clause holds there. */
    private record Worlds(List<int[]> clauses, List<int[]> atMostOne) {
        boolean keeps(int world, int... assumptions) {
            return clauses.stream().allMatch(clause -> IntStream.of(clause).anyMatch(one -> holds(world, one)))
                    && atMostOne.stream()
                            .allMatch(group -> IntStream.of(group)
                                            .filter(one -> holds(world, one))
                                            .count()
                                    < 2)
                    && IntStream.of(assumptions).allMatch(one -> holds(world, one));
        }

        boolean isPossible(int... assumptions) {
            return IntStream.range(0, 1 << VARIABLES).anyMatch(world -> keeps(world, assumptions));
        }

        /** Variables begin at 2: 1 is what always holds. */
        static boolean holds(int world, int literal) {
            return ((world >> (Math.abs(literal) - 2) & 1) == 1) == (literal > 0);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itAnswersAsWhoLooksAtEveryWorld(@ForAll long seed) {
        var random = new Random(seed);
        var worlds = new Worlds(new ArrayList<>(), new ArrayList<>());
        var clauses = withVariables();
        for (var left = 5 + random.nextInt(25); left > 0; left--) {
            var clause = literals(random, 1 + random.nextInt(4));
            worlds.clauses.add(clause);
            clauses.require(clause);
        }
        for (var left = random.nextInt(3); left > 0; left--) {
            var group = literals(random, 2 + random.nextInt(3));
            worlds.atMostOne.add(group);
            clauses.requireAtMostOne(group);
        }
        for (var question = 0; question < 30; question++) {
            var assumptions = literals(random, random.nextInt(5));
            var answer = clauses.ask(assumptions);
            assertThat(answer)
                    .as(Arrays.toString(assumptions))
                    .isEqualTo(worlds.isPossible(assumptions) ? Answer.YES : Answer.NO);
            if (answer == Answer.YES) {
                assertThat(worlds.keeps(world(clauses), assumptions)).isTrue();
            } else {
                assertThat(Arrays.stream(assumptions).boxed())
                        .containsAll(Arrays.stream(clauses.core()).boxed().toList());
                assertThat(worlds.isPossible(clauses.core())).isFalse();
            }
        }
    }

    /** Whoever forbids each world that is found finds all of them, each once, and then none. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyWorldIsFoundWhenThoseFoundAreForbidden(@ForAll long seed) {
        var random = new Random(seed);
        var worlds = new Worlds(new ArrayList<>(), List.of());
        var clauses = withVariables();
        for (var left = 6 + random.nextInt(12); left > 0; left--) {
            var clause = literals(random, 2 + random.nextInt(2));
            worlds.clauses.add(clause);
            clauses.require(clause);
        }
        var found = new ArrayList<Integer>();
        while (clauses.ask() == Answer.YES) {
            var world = world(clauses);
            found.add(world);
            clauses.require(IntStream.range(2, VARIABLES + 2)
                    .map(variable -> Worlds.holds(world, variable) ? -variable : variable)
                    .toArray());
        }
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.stream().sorted())
                .containsExactlyElementsOf(IntStream.range(0, 1 << VARIABLES)
                        .filter(worlds::keeps)
                        .boxed()
                        .toList());
        assertThat(clauses.ask(2)).as("what cannot be stays so").isEqualTo(Answer.NO);
    }

    /** A gate holds just when its parts do, in every world. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void gatesFollowFromTheirParts(@ForAll long seed) {
        var random = new Random(seed);
        var clauses = withVariables();
        clauses.endInputs();
        var inner = literals(random, random.nextInt(4));
        var outer = literals(random, random.nextInt(3));
        var all = clauses.all(inner);
        var any = clauses.any(
                IntStream.concat(IntStream.of(all), IntStream.of(outer)).toArray());
        for (var world = 0; world < 1 << VARIABLES; world += 1 + random.nextInt(9)) {
            var here = world;
            var chosen = IntStream.range(2, VARIABLES + 2)
                    .map(variable -> Worlds.holds(here, variable) ? variable : -variable)
                    .toArray();
            assertThat(clauses.ask(chosen)).isEqualTo(Answer.YES);
            var holds = IntStream.of(inner).allMatch(one -> Worlds.holds(here, one));
            assertThat(clauses.isTrue(all)).isEqualTo(holds);
            assertThat(clauses.isTrue(any))
                    .isEqualTo(holds || IntStream.of(outer).anyMatch(one -> Worlds.holds(here, one)));
        }
    }

    private static Clauses withVariables() {
        var clauses = new Clauses(Long.MAX_VALUE);
        for (var variable = 0; variable < VARIABLES; variable++) {
            clauses.variable();
        }
        return clauses;
    }

    private static int world(Clauses clauses) {
        return IntStream.range(0, VARIABLES)
                .filter(variable -> clauses.isTrue(variable + 2))
                .map(variable -> 1 << variable)
                .sum();
    }

    private static int[] literals(Random random, int many) {
        return random.ints(2, VARIABLES + 2)
                .distinct()
                .limit(many)
                .map(variable -> random.nextBoolean() ? variable : -variable)
                .toArray();
    }
}
