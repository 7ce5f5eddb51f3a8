package app.retour.rules.solver;

import java.util.Arrays;

/**
 * The clauses of a {@link Solver}, each where its literals find it. Lists begin with their length. Clauses of more than two
 * literals stand one behind the other in one array, each behind its length, the two that are watched first.
 */
final class ClauseStore {
    private static final int[] EMPTY = {0};
    private static final int[][] NO_GROUPS = {};
    /** Where a broken pair is written, so that it reads like any other clause. */
    private static final int SCRATCH = 1;

    private static final int FIRST = 4;
    /** Learned clauses that are kept at least; the half that joined the most levels goes when there are more. */
    private static final int MOST_LEARNED = 4_000;

    private final int[][] pairs;
    private final int[][] watches;
    private final int[][][] groups;
    private int[] literals = new int[1 << 12];
    private int used = FIRST;
    /** Where the learned ones stand, with the number of levels that each joined. */
    private int[] learned = new int[64];

    private int learnedSize;
    private int mostLearned = MOST_LEARNED;

    ClauseStore(int variables) {
        pairs = new int[2 * variables + 2][];
        watches = new int[2 * variables + 2][];
        groups = new int[2 * variables + 2][][];
        Arrays.fill(pairs, EMPTY);
        Arrays.fill(watches, EMPTY);
        Arrays.fill(groups, NO_GROUPS);
    }

    /** What follows from a literal alone. */
    int[] pairs(int literal) {
        return pairs[literal];
    }

    /** Clause and a literal of it, by turns, for clauses that watch a literal. */
    int[] watches(int literal) {
        return watches[literal];
    }

    /** Where at most one holds, among them the literal. */
    int[][] groups(int literal) {
        return groups[literal];
    }

    int[] literals() {
        return literals;
    }

    int pair(int one, int other) {
        literals[SCRATCH] = 2;
        literals[SCRATCH + 1] = one;
        literals[SCRATCH + 2] = other;
        return SCRATCH;
    }

    void addAtMostOne(int... group) {
        for (var literal : group) {
            var more = Arrays.copyOf(groups[literal], groups[literal].length + 1);
            more[more.length - 1] = group;
            groups[literal] = more;
        }
    }

    /**
     * Two literals or more.
     *
     * @param joined levels that a learned clause joins; 0 for a clause that is never forgotten
     * @return a reason for the first of them
     */
    int add(int[] clause, int joined) {
        if (clause.length == 2) {
            pairs[clause[0] ^ 1] = with(pairs[clause[0] ^ 1], clause[1]);
            pairs[clause[1] ^ 1] = with(pairs[clause[1] ^ 1], clause[0]);
            return ~(clause[1] ^ 1);
        }
        var at = used;
        used += clause.length + 1;
        if (used > literals.length) {
            literals = Arrays.copyOf(literals, Math.max(used, 2 * literals.length));
        }
        literals[at] = clause.length;
        System.arraycopy(clause, 0, literals, at + 1, clause.length);
        watch(clause[0], at, clause[1]);
        watch(clause[1], at, clause[0]);
        if (joined > 0) {
            if (learnedSize == learned.length) {
                learned = Arrays.copyOf(learned, 2 * learnedSize);
            }
            learned[learnedSize++] = at;
            learned[learnedSize++] = joined;
        }
        return at;
    }

    void watch(int literal, int clause, int likely) {
        watches[literal] = with(with(watches[literal], clause), likely);
    }

    private static int[] with(int[] list, int more) {
        var size = list[0] + 1;
        var grown = size < list.length ? list : Arrays.copyOf(list, Math.max(4, 2 * list.length));
        grown[size] = more;
        grown[0] = size;
        return grown;
    }

    /** Only while nothing is decided: no clause may be a reason. */
    void forgetSome() {
        if (learnedSize / 2 <= mostLearned) {
            return;
        }
        mostLearned += mostLearned / 8;
        var joined = new int[learnedSize / 2];
        for (var i = 0; i < joined.length; i++) {
            joined[i] = learned[2 * i + 1];
        }
        Arrays.sort(joined);
        var most = Math.max(2, joined[joined.length / 2]);
        var old = literals;
        var end = used;
        var before = learned;
        var beforeSize = learnedSize;
        literals = new int[old.length];
        used = FIRST;
        learnedSize = 0;
        Arrays.fill(watches, EMPTY);
        for (int at = FIRST, next = 0; at < end; at += old[at] + 1) {
            var isLearned = next < beforeSize && before[next] == at;
            var levels = isLearned ? before[next + 1] : 0;
            next += isLearned ? 2 : 0;
            if (levels < most) {
                add(Arrays.copyOfRange(old, at + 1, at + 1 + old[at]), levels);
            }
        }
    }
}
