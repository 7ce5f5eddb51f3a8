package app.retour.rules.solver;

import java.util.Arrays;

/** What a {@link Solver} learns from a conflict: a clause that would have prevented it, and how far back that leads. */
final class Learning {
    private final Trail trail;
    private final ClauseStore clauses;
    private final InputsFirst order;
    private final boolean[] seen;
    /** By level, the last conflict that it had a part in. */
    private final int[] joined;

    private int conflicts;
    private int[] learned = new int[64];
    private int size;
    private int[] met = new int[64];
    private int metSize;
    /** Literals of the conflict's own level that are still to be explained. */
    private int open;

    Learning(Trail trail, ClauseStore clauses) {
        this.trail = trail;
        this.clauses = clauses;
        order = trail.order();
        seen = new boolean[trail.level.length];
        joined = new int[trail.starts.length];
    }

    /** Learns from a clause that cannot hold, goes back, and follows what was learned. */
    void from(int broken) {
        size = 1;
        metSize = 0;
        open = 0;
        var literals = clauses.literals();
        for (int i = broken + 1, end = broken + literals[broken]; i <= end; i++) {
            meet(literals[i]);
        }
        var at = trail.size;
        while (true) {
            do {
                at--;
            } while (!seen[trail.literals[at] >> 1]);
            if (--open == 0) {
                break;
            }
            explain(trail.literals[at]);
        }
        learned[0] = trail.literals[at] ^ 1;
        shorten();
        var back = backLevel();
        var clause = Arrays.copyOf(learned, size);
        var levels = levels();
        for (var i = 0; i < metSize; i++) {
            seen[met[i]] = false;
            order.matters(met[i]);
        }
        trail.back(back);
        trail.assign(clause[0], size == 1 ? 0 : clauses.add(clause, levels));
    }

    private void explain(int literal) {
        var because = trail.reason[literal >> 1];
        if (because < 0) {
            meet(~because ^ 1);
            return;
        }
        var literals = clauses.literals();
        for (int i = because + 1, end = because + literals[because]; i <= end; i++) {
            if (literals[i] != literal) {
                meet(literals[i]);
            }
        }
    }

    private void meet(int literal) {
        var variable = literal >> 1;
        if (seen[variable] || trail.level[variable] == 0) {
            return;
        }
        seen[variable] = true;
        if (metSize == met.length) {
            met = Arrays.copyOf(met, 2 * metSize);
        }
        met[metSize++] = variable;
        if (trail.level[variable] == trail.levels) {
            open++;
        } else {
            if (size == learned.length) {
                learned = Arrays.copyOf(learned, 2 * size);
            }
            learned[size++] = literal;
        }
    }

    /** Leaves out what the others imply. */
    private void shorten() {
        var kept = 1;
        for (var i = 1; i < size; i++) {
            if (!isImplied(learned[i])) {
                learned[kept++] = learned[i];
            }
        }
        size = kept;
    }

    private boolean isImplied(int literal) {
        var because = trail.reason[literal >> 1];
        if (because == 0) {
            return false;
        }
        if (because < 0) {
            return isMet(~because);
        }
        var literals = clauses.literals();
        for (int i = because + 1, end = because + literals[because]; i <= end; i++) {
            if (literals[i] >> 1 != literal >> 1 && !isMet(literals[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isMet(int literal) {
        return seen[literal >> 1] || trail.level[literal >> 1] == 0;
    }

    /** Where the clause leaves one literal open; puts a literal of that level second. */
    private int backLevel() {
        if (size == 1) {
            return 0;
        }
        var highest = 1;
        for (var i = 2; i < size; i++) {
            if (trail.level[learned[i] >> 1] > trail.level[learned[highest] >> 1]) {
                highest = i;
            }
        }
        var second = learned[highest];
        learned[highest] = learned[1];
        learned[1] = second;
        return trail.level[second >> 1];
    }

    private int levels() {
        conflicts++;
        var levels = 0;
        for (var i = 0; i < size; i++) {
            var level = trail.level[learned[i] >> 1];
            if (joined[level] != conflicts) {
                joined[level] = conflicts;
                levels++;
            }
        }
        return levels;
    }

    /** An assumption that cannot hold, with those before it from which that follows. */
    int[] blamed(int assumption) {
        var blamed = new int[trail.levels + 1];
        var count = 0;
        blamed[count++] = assumption;
        if (trail.level[assumption >> 1] > 0) {
            metSize = 0;
            size = 0;
            meet(assumption);
            for (var at = trail.size - 1; at >= trail.starts[0]; at--) {
                var literal = trail.literals[at];
                if (seen[literal >> 1]) {
                    if (trail.reason[literal >> 1] == 0) {
                        blamed[count++] = literal;
                    } else {
                        explain(literal);
                    }
                }
            }
            for (var i = 0; i < metSize; i++) {
                seen[met[i]] = false;
            }
        }
        return Arrays.copyOf(blamed, count);
    }
}
