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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps whose neighbours must differ in colour: a puzzle that everybody can check. */
class ColouringMapsTests {
    /** @param borders pairs of countries */
    private record WorldMap(int countries, List<int[]> borders) {
        static WorldMap random(Random random, int countries, int share) {
            var borders = new ArrayList<int[]>();
            for (var one = 0; one < countries; one++) {
                for (var other = 0; other < one; other++) {
                    if (random.nextInt(100) < share) {
                        borders.add(new int[] {one, other});
                    }
                }
            }
            return new WorldMap(countries, borders);
        }

        static WorldMap ring(int countries) {
            return new WorldMap(
                    countries,
                    IntStream.range(0, countries)
                            .mapToObj(one -> new int[] {one, (one + 1) % countries})
                            .toList());
        }

        static WorldMap everyoneBesideEveryone(int countries) {
            return random(new Random(0), countries, 100);
        }

        boolean isColoured(int[] colours) {
            return borders.stream().allMatch(border -> colours[border[0]] != colours[border[1]]);
        }

        /** By trying every colouring. */
        boolean canBeColoured(int colours) {
            var chosen = new int[countries];
            for (var number = 0; number < Math.pow(colours, countries); number++) {
                var left = number;
                for (var country = 0; country < countries; country++) {
                    chosen[country] = left % colours;
                    left /= colours;
                }
                if (isColoured(chosen)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A variable for each country and colour. */
    private static final class Painter {
        private final Clauses clauses = new Clauses(Long.MAX_VALUE);
        private final int[][] is;

        Painter(WorldMap map, int colours) {
            is = new int[map.countries][colours];
            for (var country : is) {
                Arrays.setAll(country, _ -> clauses.variable());
            }
            clauses.endInputs();
            for (var country : is) {
                clauses.require(country);
                clauses.requireAtMostOne(country);
            }
            for (var border : map.borders) {
                for (var colour = 0; colour < colours; colour++) {
                    clauses.requireAtMostOne(is[border[0]][colour], is[border[1]][colour]);
                }
            }
        }

        int[] colours() {
            return Arrays.stream(is)
                    .mapToInt(country -> IntStream.range(0, country.length)
                            .filter(colour -> clauses.isTrue(country[colour]))
                            .findFirst()
                            .orElseThrow())
                    .toArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 2, YES", "5, 2, NO", "5, 3, YES", "12, 2, YES", "13, 2, NO", "41, 2, NO", "41, 3, YES"})
    void aRingOfAnOddNumberNeedsThreeColours(int countries, int colours, Answer answer) {
        assertThat(new Painter(WorldMap.ring(countries), colours).clauses.ask()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, YES", "4, 3, NO", "5, 5, YES", "6, 5, NO", "7, 6, NO"})
    void whereEveryoneIsBesideEveryoneEachNeedsAColourOfTheirOwn(int countries, int colours, Answer answer) {
        assertThat(new Painter(WorldMap.everyoneBesideEveryone(countries), colours).clauses.ask())
                .isEqualTo(answer);
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aMapIsColouredJustWhereItCanBe(@ForAll long seed) {
        var random = new Random(seed);
        var map = WorldMap.random(random, 6, 40 + random.nextInt(50));
        var colours = 2 + random.nextInt(2);
        var painter = new Painter(map, colours);
        var answer = painter.clauses.ask();
        assertThat(answer).isEqualTo(map.canBeColoured(colours) ? Answer.YES : Answer.NO);
        if (answer == Answer.YES) {
            assertThat(map.isColoured(painter.colours())).isTrue();
        }
    }

    /** Too large to try them all: what is found is right, and a colour that is asked for is given where it can be. */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aLargeMapIsColouredAsItIsAskedFor(@ForAll long seed) {
        var random = new Random(seed);
        var map = WorldMap.random(random, 60, 6);
        var painter = new Painter(map, 4);
        for (var time = 0; time < 5; time++) {
            var country = random.nextInt(60);
            var colour = random.nextInt(4);
            if (painter.clauses.ask(painter.is[country][colour]) == Answer.YES) {
                var colours = painter.colours();
                assertThat(map.isColoured(colours)).isTrue();
                assertThat(colours[country]).isEqualTo(colour);
            } else {
                assertThat(painter.clauses.ask()).as("colours are alike").isEqualTo(Answer.NO);
            }
        }
    }

    @Test
    void neighboursThatAreAskedToBeAlikeAreNamed() {
        var painter = new Painter(WorldMap.ring(8), 3);
        assertThat(painter.clauses.ask(painter.is[5][2], painter.is[0][1], painter.is[1][1]))
                .isEqualTo(Answer.NO);
        assertThat(painter.clauses.core()).containsExactlyInAnyOrder(painter.is[0][1], painter.is[1][1]);
    }
}
