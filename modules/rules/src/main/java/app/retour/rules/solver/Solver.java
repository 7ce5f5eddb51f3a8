package app.retour.rules.solver;

import java.util.Arrays;

/**
 * Finds values for yes-or-no variables that keep all clauses, or proves that there are none: search that learns a new clause
 * from each conflict, with watched literals, as all solvers of the field do it (after MiniSat). What is particular: pairs,
 * of which the questions here consist for the most part, and "at most one of these" are followed without touching a clause.
 *
 * <p>Own code, since hundreds of easy questions are asked while somebody types: a library (Sat4j) took three times as long for
 * the same ones. What makes libraries trusted is kept by tests, in which this one is held against Sat4j and against
 * lists of all items.
 *
 * <p>A literal is twice its variable, and one more for the opposite.
 */
final class Solver {
    private static final int NONE = 0;
    /** Conflicts before the search begins anew with what it learned; later ones last half as long again. */
    private static final int FIRST_RUN = 100;

    private final Trail trail;
    private final byte[] value;
    private final ClauseStore clauses;
    private final Learning learning;
    private boolean isContradictory;
    /** In the question being asked. */
    private int conflicts;

    private byte[] model = {};
    private int[] core = {};

    /** @param inputs the last variable that is a choice; those behind follow from the choices */
    Solver(int variables, int inputs) {
        trail = new Trail(variables, inputs);
        value = trail.value;
        clauses = new ClauseStore(variables);
        learning = new Learning(trail, clauses);
    }

    /** At least one of them holds; no two are the same or opposite. Takes the array. */
    void add(int... literals) {
        trail.back(0);
        var open = 0;
        for (var literal : literals) {
            if (value[literal] > 0) {
                return;
            }
            if (value[literal] == 0) {
                literals[open++] = literal;
            }
        }
        switch (open) {
            case 0 -> isContradictory = true;
            case 1 -> trail.assign(literals[0], NONE);
            default -> clauses.add(open == literals.length ? literals : Arrays.copyOf(literals, open), 0);
        }
    }

    void addAtMostOne(int... literals) {
        clauses.addAtMostOne(literals);
        for (var literal : literals) {
            if (value[literal] > 0) {
                trail.head = 0;
            }
        }
    }

    /**
     * @param assumptions literals that must hold besides
     * @param mostConflicts after which the answer stays open
     * @param deadline of {@link System#nanoTime}
     */
    Clauses.Answer ask(int[] assumptions, int mostConflicts, long deadline) {
        trail.back(0);
        conflicts = 0;
        var run = FIRST_RUN;
        var left = run;
        while (true) {
            var broken = propagated();
            if (broken != NONE) {
                conflicts++;
                if (trail.levels == 0 || isContradictory) {
                    isContradictory = true;
                    core = new int[0];
                    return Clauses.Answer.NO;
                }
                if (conflicts > mostConflicts || System.nanoTime() - deadline > 0) {
                    return Clauses.Answer.UNFINISHED;
                }
                learning.from(broken);
                left--;
            } else if (isContradictory) {
                core = new int[0];
                return Clauses.Answer.NO;
            } else if (left <= 0) {
                run += run / 2;
                left = run;
                trail.back(0);
                clauses.forgetSome();
            } else {
                var next = assumed(assumptions);
                if (next < 0) {
                    return Clauses.Answer.NO;
                }
                if (next == NONE) {
                    next = trail.isComplete() ? NONE : trail.order().next(conflicts);
                }
                if (next == NONE) {
                    model = value.clone();
                    return Clauses.Answer.YES;
                }
                trail.decide(next);
            }
        }
    }

    /** The next assumption that is open; nothing when all hold; negative when one of them cannot. */
    private int assumed(int[] assumptions) {
        while (trail.levels < assumptions.length) {
            var next = assumptions[trail.levels];
            if (value[next] < 0) {
                core = learning.blamed(next);
                return -1;
            }
            if (value[next] == 0) {
                return next;
            }
            trail.begin();
        }
        return NONE;
    }

    /** In the world last found. */
    boolean isTrue(int literal) {
        return model[literal] > 0;
    }

    /** Of the assumptions that could not hold, those that exclude each other. */
    int[] core() {
        return core;
    }

    /** Follows all that must be; a clause that cannot hold any more, or nothing. */
    private int propagated() {
        while (trail.head < trail.size) {
            var holds = trail.literals[trail.head++];
            var broken = paired(holds);
            if (broken == NONE) {
                broken = alone(holds);
            }
            if (broken == NONE) {
                broken = watched(holds ^ 1);
            }
            if (broken != NONE) {
                trail.head = trail.size;
                return broken;
            }
        }
        return NONE;
    }

    private int paired(int holds) {
        var others = clauses.pairs(holds);
        for (int i = 1, end = others[0]; i <= end; i++) {
            var other = others[i];
            var now = value[other];
            if (now == 0) {
                trail.assign(other, ~holds);
            } else if (now < 0) {
                return clauses.pair(holds ^ 1, other);
            }
        }
        return NONE;
    }

    private int alone(int holds) {
        for (var group : clauses.groups(holds)) {
            for (var member : group) {
                if (member != holds) {
                    var now = value[member];
                    if (now == 0) {
                        trail.assign(member ^ 1, ~holds);
                    } else if (now > 0) {
                        return clauses.pair(holds ^ 1, member ^ 1);
                    }
                }
            }
        }
        return NONE;
    }

    /** Watches end with a literal of the clause that is likely to hold, so that most clauses need not be looked at. */
    private int watched(int fails) {
        var watches = clauses.watches(fails);
        var all = clauses.literals();
        var end = watches[0];
        var kept = 1;
        for (var i = 1; i <= end; i += 2) {
            var clause = watches[i];
            if (value[watches[i + 1]] > 0) {
                watches[kept++] = clause;
                watches[kept++] = watches[i + 1];
                continue;
            }
            var first = all[clause + 1];
            if (first == fails) {
                first = all[clause + 2];
                all[clause + 1] = first;
                all[clause + 2] = fails;
            }
            if (value[first] <= 0) {
                var other = clause + 3;
                var last = clause + all[clause];
                while (other <= last && value[all[other]] < 0) {
                    other++;
                }
                if (other <= last) {
                    all[clause + 2] = all[other];
                    all[other] = fails;
                    clauses.watch(all[clause + 2], clause, first);
                    continue;
                }
            }
            watches[kept++] = clause;
            watches[kept++] = first;
            if (value[first] < 0) {
                System.arraycopy(watches, i + 2, watches, kept, end - i - 1);
                watches[0] = kept + end - i - 2;
                return clause;
            }
            if (value[first] == 0) {
                trail.assign(first, clause);
            }
        }
        watches[0] = kept - 1;
        return NONE;
    }
}
