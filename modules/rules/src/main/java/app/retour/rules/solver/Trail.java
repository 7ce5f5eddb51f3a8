package app.retour.rules.solver;

/** What a {@link Solver} has decided so far and what followed, in order, so that it can be taken back. */
final class Trail {
    /** By literal: 1 holds, -1 does not, 0 open. */
    final byte[] value;
    /** By variable: how many decisions it took. */
    final int[] level;
    /** By variable: the clause that it follows from, {@code ~literal} of a pair, or 0. */
    final int[] reason;

    final int[] literals;
    /** By level, where its literals begin. */
    final int[] starts;

    int size;
    int levels;
    /** The first whose consequences are not known yet. */
    int head;

    private final InputsFirst order;

    Trail(int variables, int inputs) {
        value = new byte[2 * variables + 2];
        level = new int[variables + 1];
        reason = new int[variables + 1];
        literals = new int[variables + 1];
        // An assumption that holds already makes a level without literals.
        starts = new int[2 * variables + 2];
        order = new InputsFirst(variables, inputs, value);
    }

    InputsFirst order() {
        return order;
    }

    boolean isComplete() {
        return size == literals.length - 1;
    }

    void assign(int literal, int because) {
        value[literal] = 1;
        value[literal ^ 1] = -1;
        var variable = literal >> 1;
        level[variable] = levels;
        reason[variable] = because;
        literals[size++] = literal;
    }

    void decide(int literal) {
        begin();
        assign(literal, 0);
    }

    /** A level of its own for what comes now. */
    void begin() {
        starts[levels++] = size;
    }

    /** Takes back all that was decided after a level. */
    void back(int to) {
        if (levels <= to) {
            return;
        }
        var keep = starts[to];
        while (size > keep) {
            var literal = literals[--size];
            value[literal] = 0;
            value[literal ^ 1] = 0;
            order.opened(literal >> 1);
        }
        levels = to;
        head = keep;
    }
}
