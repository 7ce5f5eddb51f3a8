package app.retour.rules.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clauses where their literals find them, and what is forgotten when there are too many. */
class KeepingClausesTests {
    private final ClauseStore store = new ClauseStore(40);

    @Test
    void aPairIsFoundFromEitherOfItsOpposites() {
        var reason = store.add(new int[] {4, 6}, 0);
        assertThat(list(store.pairs(5))).containsExactly(6);
        assertThat(list(store.pairs(7))).containsExactly(4);
        assertThat(list(store.pairs(4))).isEmpty();
        assertThat(~reason).as("the first holds because the second does not").isEqualTo(7);
    }

    @Test
    void aLongerClauseIsWatchedByItsFirstTwo() {
        var at = store.add(new int[] {4, 6, 8}, 0);
        assertThat(Arrays.copyOfRange(store.literals(), at, at + 4)).containsExactly(3, 4, 6, 8);
        assertThat(list(store.watches(4))).containsExactly(at, 6);
        assertThat(list(store.watches(6))).containsExactly(at, 4);
        assertThat(list(store.watches(8))).isEmpty();
    }

    @Test
    void manyClausesOfOneLiteralAreAllKept() {
        var expected = new ArrayList<Integer>();
        for (var other = 6; other < 80; other += 2) {
            store.add(new int[] {4, other}, 0);
            expected.add(other);
        }
        assertThat(list(store.pairs(5))).isEqualTo(expected);
    }

    @Test
    void aGroupIsFoundFromEachOfItsMembers() {
        store.addAtMostOne(4, 6, 9);
        store.addAtMostOne(4, 8);
        assertThat(store.groups(4)).isDeepEqualTo(new int[][] {{4, 6, 9}, {4, 8}});
        assertThat(store.groups(9)).hasDimensions(1, 3);
        assertThat(store.groups(5)).isEmpty();
    }

    @Test
    void aBrokenPairReadsLikeAnyClause() {
        var at = store.pair(5, 7);
        assertThat(Arrays.copyOfRange(store.literals(), at, at + 3)).containsExactly(2, 5, 7);
    }

    @Test
    void thereIsRoomForMoreClausesThanAtFirst() {
        var places = new ArrayList<Integer>();
        for (var many = 0; many < 3_000; many++) {
            places.add(store.add(new int[] {4, 6, 8 + 2 * (many % 30)}, 0));
        }
        assertThat(places).doesNotHaveDuplicates().isSorted();
        for (var many = 0; many < 3_000; many++) {
            assertThat(store.literals()[places.get(many) + 3]).isEqualTo(8 + 2 * (many % 30));
        }
    }

    @Test
    void whatIsGivenIsNeverForgottenAndOfTheLearnedThoseThatJoinFewLevelsStay() {
        var random = new Random(1);
        var given = new ArrayList<List<Integer>>();
        for (var many = 0; many < 500; many++) {
            given.add(added(random, 0, 2));
        }
        var tight = new ArrayList<List<Integer>>();
        var loose = new ArrayList<List<Integer>>();
        for (var many = 0; many < 2_100; many++) {
            tight.add(added(random, 3, 28));
            loose.add(added(random, 9, 54));
        }
        store.forgetSome();
        assertThat(clauses()).containsAll(given).containsAll(tight).doesNotContainAnyElementsOf(loose);
        for (var clause : clauses()) {
            assertThat(list(store.watches(clause.getFirst())))
                    .as("each is still watched")
                    .isNotEmpty();
        }
    }

    @Test
    void aFewLearnedClausesAreKeptAsTheyAre() {
        var random = new Random(2);
        var learned = new ArrayList<List<Integer>>();
        for (var many = 0; many < 100; many++) {
            learned.add(added(random, 9, 2));
        }
        store.forgetSome();
        assertThat(clauses()).isEqualTo(learned);
    }

    private List<Integer> added(Random random, int joined, int least) {
        var clause = random.ints(least, least + 26).distinct().limit(3).toArray();
        store.add(clause, joined);
        return Arrays.stream(clause).boxed().toList();
    }

    private List<List<Integer>> clauses() {
        var all = store.literals();
        var found = new ArrayList<List<Integer>>();
        for (var at = 4; at < all.length && all[at] > 0; at += all[at] + 1) {
            found.add(Arrays.stream(all, at + 1, at + 1 + all[at]).boxed().toList());
        }
        return found;
    }

    private static List<Integer> list(int[] counted) {
        return Arrays.stream(counted, 1, 1 + counted[0]).boxed().toList();
    }
}
