package app.retour.rules.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;

/** The solver says what Sat4j says, which has been proved right in contests for twenty years; and it shows why. */
class SolverTests {
    private static final long NEVER = Long.MAX_VALUE;

    /** As entangled as random makes them where there are about four clauses of three to a variable. */
    private record Puzzle(int variables, List<int[]> clauses, List<int[]> atMostOne) {
        static Puzzle random(Random random, int mostVariables) {
            var variables = 3 + random.nextInt(mostVariables);
            var clauses = new ArrayList<int[]>();
            var many = variables * (30 + random.nextInt(16)) / 10;
            for (var left = many; left > 0; left--) {
                clauses.add(literals(random, variables, 2 + random.nextInt(8) / 2));
            }
            var groups = IntStream.range(0, random.nextInt(3))
                    .mapToObj(_ -> literals(random, variables, 2 + random.nextInt(6)))
                    .toList();
            return new Puzzle(variables, clauses, groups);
        }

        static int[] literals(Random random, int variables, int many) {
            return random.ints(1, variables + 1)
                    .distinct()
                    .limit(Math.min(many, variables))
                    .map(variable -> random.nextBoolean() ? variable : -variable)
                    .toArray();
        }

        boolean isKept(Clauses clauses) {
            return this.clauses.stream().allMatch(one -> IntStream.of(one).anyMatch(clauses::isTrue))
                    && atMostOne.stream()
                            .allMatch(one ->
                                    IntStream.of(one).filter(clauses::isTrue).count() < 2);
        }
    }

    private static final class Peer {
        private final ISolver solver = SolverFactory.newDefault();
        private boolean isContradictory;

        private void add(int... literals) {
            try {
                solver.addClause(new VecInt(literals));
            } catch (ContradictionException _) {
                isContradictory = true;
            }
        }

        private boolean isPossible(int... assumptions) {
            try {
                return !isContradictory && solver.isSatisfiable(new VecInt(assumptions));
            } catch (org.sat4j.specs.TimeoutException late) {
                throw new IllegalStateException(late);
            }
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void itAnswersAsAnotherSolverDoes(@ForAll long seed) {
        var random = new Random(seed);
        var puzzle = Puzzle.random(random, random.nextInt(10) == 0 ? 120 : 30);
        var clauses = new Clauses(NEVER);
        var peer = new Peer();
        for (var variable = 0; variable < puzzle.variables; variable++) {
            assertThat(clauses.variable()).isEqualTo(variable + 2);
        }
        if (random.nextBoolean()) {
            clauses.endInputs();
        }
        var shifted = new Puzzle(
                puzzle.variables,
                puzzle.clauses.stream().map(SolverTests::shifted).toList(),
                puzzle.atMostOne.stream().map(SolverTests::shifted).toList());
        peer.add(1);
        var later = random.nextInt(5);
        for (var one : shifted.clauses.subList(later, shifted.clauses.size())) {
            clauses.require(one);
            peer.add(one);
        }
        for (var one : shifted.atMostOne) {
            clauses.requireAtMostOne(one);
            for (var literal : one) {
                for (var other : one) {
                    if (literal < other) {
                        peer.add(-literal, -other);
                    }
                }
            }
        }
        for (var question = 0; question < 8; question++) {
            var assumptions = shifted(Puzzle.literals(random, puzzle.variables, random.nextInt(6)));
            var answer = clauses.ask(assumptions);
            assertThat(answer).isEqualTo(peer.isPossible(assumptions) ? Clauses.Answer.YES : Clauses.Answer.NO);
            if (answer == Clauses.Answer.YES) {
                assertThat(IntStream.of(assumptions).allMatch(clauses::isTrue)).isTrue();
                var sofar = new Puzzle(
                        puzzle.variables,
                        question < later ? shifted.clauses.subList(later, shifted.clauses.size()) : shifted.clauses,
                        shifted.atMostOne);
                assertThat(sofar.isKept(clauses)).isTrue();
            } else {
                var core = clauses.core();
                assertThat(Arrays.stream(assumptions).boxed().toList())
                        .containsAll(Arrays.stream(core).boxed().toList());
                assertThat(peer.isPossible(core)).isFalse();
            }
            if (question < later) {
                clauses.require(shifted.clauses.get(question));
                peer.add(shifted.clauses.get(question));
            }
        }
    }

    /** Variable 1 is what always holds. */
    private static int[] shifted(int[] literals) {
        return Arrays.stream(literals).map(one -> one > 0 ? one + 1 : one - 1).toArray();
    }

    /** Needs many thousand conflicts, so that it begins anew and forgets on the way. */
    @Property(tries = 2, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void pigeonsDoNotFitInFewerHoles(@ForAll boolean isListed) {
        var holes = 7;
        var clauses = new Clauses(NEVER);
        var in = new int[holes + 1][holes];
        for (var pigeon = 0; pigeon <= holes; pigeon++) {
            for (var hole = 0; hole < holes; hole++) {
                in[pigeon][hole] = clauses.variable();
            }
            clauses.require(in[pigeon]);
        }
        for (var hole = 0; hole < holes; hole++) {
            var those = hole;
            var alone = Arrays.stream(in).mapToInt(pigeon -> pigeon[those]).toArray();
            if (isListed) {
                clauses.requireAtMostOne(alone);
            } else {
                for (var one = 0; one < alone.length; one++) {
                    for (var other = 0; other < one; other++) {
                        clauses.require(-alone[one], -alone[other]);
                    }
                }
            }
        }
        assertThat(clauses.ask()).isEqualTo(Clauses.Answer.NO);
    }

    @Property(tries = 1)
    void whatIsTooLateStaysOpen() {
        var clauses = new Clauses(System.nanoTime() - 1);
        assertThat(clauses.ask(clauses.variable())).isEqualTo(Clauses.Answer.UNFINISHED);
    }
}
