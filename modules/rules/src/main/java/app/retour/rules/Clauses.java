package app.retour.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

/**
 * Yes-or-no variables with what must hold between them, and questions put to a solver: can this, this and that be at once?
 * Variables are numbers; a negative one is the opposite.
 *
 * <p>The solver is Sat4j (EPL or LGPL, used unmodified). A search of our own would need clause learning, restarts and
 * watched literals before it could prove that nothing in the whole space of facts matches a rule, and it would be trusted
 * less: Sat4j keeps what it learns from one question to the next, says which of the assumptions exclude each other, and
 * has been proved right in contests for twenty years.
 */
final class Clauses {
    static final int TRUE = 1;
    static final int FALSE = -TRUE;
    /** Conflicts that one question may cost; far more than any policy written by people needs. */
    private static final int MOST_CONFLICTS = 20_000;

    private final ISolver solver = solver();
    private final Map<List<Integer>, Integer> gates = new HashMap<>();
    private final List<int[]> waiting = new ArrayList<>();
    private final List<int[]> atMostOne = new ArrayList<>();
    private final long deadline;
    private int variables = TRUE;
    private int inputs = TRUE;
    /** In the question being asked. */
    private int conflicts;

    private boolean isContradictory;
    private boolean isReady;
    private boolean[] model = {};
    private int[] core = {};

    enum Answer {
        YES,
        NO,
        /** The time given was not enough. */
        UNFINISHED
    }

    /** @param deadline of {@link System#nanoTime}; later questions stay unanswered */
    Clauses(long deadline) {
        this.deadline = deadline;
        require(TRUE);
    }

    private ISolver solver() {
        var made = SolverFactory.newMiniLearningHeap();
        made.setOrder(new InputsFirst(() -> inputs, () -> conflicts));
        return made;
    }

    /** All variables so far are what there is to choose; those to come only follow from them. */
    void endInputs() {
        inputs = variables;
    }

    int variable() {
        return ++variables;
    }

    /** At least one of them holds. */
    void require(int... literals) {
        var distinct = Arrays.stream(literals).distinct().toArray();
        if (Arrays.stream(distinct).anyMatch(one -> one == TRUE && distinct.length > 1)
                || Arrays.stream(distinct).anyMatch(one -> contains(distinct, -one))) {
            return;
        }
        var open = Arrays.stream(distinct).filter(one -> one != FALSE).toArray();
        if (isReady) {
            add(open);
        } else {
            waiting.add(open);
        }
    }

    void requireAtMostOne(int... literals) {
        if (literals.length > 1) {
            atMostOne.add(literals);
        }
    }

    private static boolean contains(int[] literals, int wanted) {
        return Arrays.stream(literals).anyMatch(one -> one == wanted);
    }

    /** Holds just when all do; made once for the same ones. */
    int all(int... literals) {
        var parts = Arrays.stream(literals)
                .filter(one -> one != TRUE)
                .distinct()
                .sorted()
                .toArray();
        if (Arrays.stream(parts).anyMatch(one -> one == FALSE || contains(parts, -one))) {
            return FALSE;
        }
        if (parts.length < 2) {
            return parts.length == 0 ? TRUE : parts[0];
        }
        return gates.computeIfAbsent(Arrays.stream(parts).boxed().toList(), _ -> gate(parts));
    }

    private int gate(int[] parts) {
        var gate = variable();
        var back = new int[parts.length + 1];
        for (var i = 0; i < parts.length; i++) {
            require(-gate, parts[i]);
            back[i] = -parts[i];
        }
        back[parts.length] = gate;
        require(back);
        return gate;
    }

    int any(int... literals) {
        return -all(Arrays.stream(literals).map(one -> -one).toArray());
    }

    /** Whether all of the assumptions can hold at once; if so {@link #isTrue} tells how, if not {@link #core} why. */
    Answer ask(int... assumptions) {
        if (!isReady) {
            prepare();
        }
        if (isContradictory || contains(assumptions, FALSE)) {
            core = assumptions;
            return Answer.NO;
        }
        if (isLate()) {
            return Answer.UNFINISHED;
        }
        conflicts = 0;
        try {
            if (solver.isSatisfiable(new VecInt(assumptions.clone()))) {
                remember(solver.model());
                return Answer.YES;
            }
            var explained = solver.unsatExplanation();
            core = explained == null
                    ? new int[0]
                    : IntStream.range(0, explained.size()).map(explained::get).toArray();
            return Answer.NO;
        } catch (TimeoutException _) {
            return Answer.UNFINISHED;
        }
    }

    boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    /** In the world last found. */
    boolean isTrue(int literal) {
        return literal > 0 == model[Math.abs(literal)];
    }

    /** Of the assumptions that could not hold, those that exclude each other. */
    int[] core() {
        return core;
    }

    int size() {
        return variables;
    }

    private void prepare() {
        isReady = true;
        solver.newVar(variables);
        solver.setTimeoutOnConflicts(MOST_CONFLICTS);
        solver.setKeepSolverHot(true);
        solver.setSearchListener(new Clock());
        waiting.forEach(this::add);
        for (var literals : atMostOne) {
            try {
                solver.addAtMost(new VecInt(literals), 1);
            } catch (ContradictionException _) {
                isContradictory = true;
            }
        }
    }

    private void add(int[] literals) {
        try {
            solver.addClause(new VecInt(literals));
        } catch (ContradictionException _) {
            isContradictory = true;
        }
    }

    private void remember(int[] literals) {
        model = new boolean[variables + 1];
        for (var literal : literals) {
            model[Math.abs(literal)] = literal > 0;
        }
    }

    /** Stops a search that lasts too long, without a thread to watch it. */
    private final class Clock extends SearchListenerAdapter<ISolverService> {
        private static final long serialVersionUID = 1L;

        @Override
        public void conflictFound(int literal) {
            stopIfLate();
        }

        @Override
        public void conflictFound(org.sat4j.specs.IConstr conflict, int level, int trail) {
            stopIfLate();
        }

        private void stopIfLate() {
            conflicts++;
            if (isLate()) {
                solver.expireTimeout();
            }
        }
    }
}
