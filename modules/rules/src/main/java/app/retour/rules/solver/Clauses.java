package app.retour.rules.solver;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Yes-or-no variables with what must hold between them, and questions put to a {@link Solver}: can this, this and that be at
 * once? Variables are numbers; a negative one is the opposite.
 */
public final class Clauses {
    public static final int TRUE = 1;
    public static final int FALSE = -TRUE;
    /** Conflicts that one question may cost; far more than any policy written by people needs. */
    private static final int MOST_CONFLICTS = 20_000;

    private final Map<IntBuffer, Integer> gates = new HashMap<>();
    private final List<int[]> waiting = new ArrayList<>();
    private final List<int[]> atMostOne = new ArrayList<>();
    private final long deadline;
    private int variables = TRUE;
    private int inputs = TRUE;
    /** Made with the first question; no variables come after that. */
    private @Nullable Solver solver;

    private int[] core = {};

    /** Whether all clauses can hold at once. */
    public enum Answer {
        YES,
        NO,
        /** The time given was not enough. */
        UNFINISHED
    }

    /** @param deadline of {@link System#nanoTime}; later questions stay unanswered */
    public Clauses(long deadline) {
        this.deadline = deadline;
        require(TRUE);
    }

    /** All variables so far are what there is to choose; those to come only follow from them. */
    public void endInputs() {
        inputs = variables;
    }

    public int variable() {
        if (solver != null) {
            throw new IllegalStateException("Questions were asked already");
        }
        return ++variables;
    }

    /** At least one of them holds. */
    public void require(int... literals) {
        var open = distinct(literals, FALSE);
        if (open == null || (open.length > 1 && Arrays.binarySearch(open, TRUE) >= 0)) {
            return;
        }
        if (solver == null) {
            waiting.add(open);
        } else {
            solver.add(codes(open));
        }
    }

    /** Sorted, without one that does not matter; null when two are opposite. */
    private static int @Nullable [] distinct(int[] literals, int without) {
        var sorted = literals.clone();
        Arrays.sort(sorted);
        var size = 0;
        for (var literal : sorted) {
            if (literal != without && (size == 0 || sorted[size - 1] != literal)) {
                sorted[size++] = literal;
            }
        }
        for (int low = 0, high = size - 1; low < high && sorted[low] < 0 && sorted[high] > 0; ) {
            var sum = sorted[low] + sorted[high];
            if (sum == 0) {
                return null;
            }
            if (sum < 0) {
                low++;
            } else {
                high--;
            }
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    public void requireAtMostOne(int... literals) {
        if (literals.length > 1) {
            atMostOne.add(literals);
        }
    }

    /** Holds just when all do; made once for the same ones. */
    public int all(int... literals) {
        var parts = distinct(literals, TRUE);
        if (parts == null || Arrays.binarySearch(parts, FALSE) >= 0) {
            return FALSE;
        }
        if (parts.length < 2) {
            return parts.length == 0 ? TRUE : parts[0];
        }
        var known = gates.get(IntBuffer.wrap(parts));
        if (known == null) {
            known = gate(parts);
            gates.put(IntBuffer.wrap(parts), known);
        }
        return known;
    }

    private int gate(int[] parts) {
        var gate = variable();
        var back = new int[parts.length + 1];
        for (var i = 0; i < parts.length; i++) {
            waiting.add(new int[] {-gate, parts[i]});
            back[i] = -parts[i];
        }
        back[parts.length] = gate;
        waiting.add(back);
        return gate;
    }

    public int any(int... literals) {
        return -all(opposite(literals));
    }

    static int[] opposite(int[] literals) {
        var opposite = new int[literals.length];
        for (var i = 0; i < literals.length; i++) {
            opposite[i] = -literals[i];
        }
        return opposite;
    }

    /** Whether all of the assumptions can hold at once; if so {@link #isTrue} tells how, if not {@link #core} why. */
    public Answer ask(int... assumptions) {
        var asked = solver();
        var open = distinct(assumptions, TRUE);
        if (open == null) {
            core = assumptions.clone();
            return Answer.NO;
        }
        if (isLate()) {
            return Answer.UNFINISHED;
        }
        var answer = asked.ask(codes(open), MOST_CONFLICTS, deadline);
        if (answer == Answer.NO) {
            core = asked.core();
            for (var i = 0; i < core.length; i++) {
                core[i] = (core[i] & 1) == 0 ? core[i] >> 1 : -(core[i] >> 1);
            }
        }
        return answer;
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    /** In the world last found. */
    public boolean isTrue(int literal) {
        return solver != null && solver.isTrue(code(literal));
    }

    /** Of the assumptions that could not hold, those that exclude each other. */
    public int[] core() {
        return core;
    }

    int size() {
        return variables;
    }

    private Solver solver() {
        var made = solver;
        if (made == null) {
            made = new Solver(variables, inputs);
            for (var clause : waiting) {
                made.add(codes(clause));
            }
            for (var literals : atMostOne) {
                made.addAtMostOne(codes(literals));
            }
            waiting.clear();
            solver = made;
        }
        return made;
    }

    private static int code(int literal) {
        return literal < 0 ? -2 * literal + 1 : 2 * literal;
    }

    private static int[] codes(int[] literals) {
        var codes = new int[literals.length];
        for (var i = 0; i < literals.length; i++) {
            codes[i] = code(literals[i]);
        }
        return codes;
    }
}
