package app.retour.rules.solver;

/**
 * The order in which a {@link Solver} decides: what there is to choose before what follows from it, which then needs no
 * search; and everything is "no" unless something asks for "yes". Only when that goes wrong often do those come first that
 * the last conflicts were about.
 */
final class InputsFirst {
    private static final int PATIENCE = 50;

    private final int inputs;
    private final byte[] value;
    private int input = 1;
    /** A queue of all variables, the last conflicts' at its end; the search for an open one goes backwards. */
    private final int[] before;

    private final int[] behind;
    private final int[] moved;
    private int last;
    private int from;
    private int moves;

    /** @param value by literal, 0 while it is open */
    InputsFirst(int variables, int inputs, byte[] value) {
        this.inputs = inputs;
        this.value = value;
        before = new int[variables + 1];
        behind = new int[variables + 1];
        moved = new int[variables + 1];
        for (var variable = variables; variable > 0; variable--) {
            append(variable);
        }
        from = last;
    }

    /** The next literal to try; 0 when all are known. */
    int next(int conflicts) {
        if (conflicts <= PATIENCE) {
            while (input <= inputs && value[2 * input] != 0) {
                input++;
            }
            if (input <= inputs) {
                return 2 * input + 1;
            }
        }
        while (from != 0 && value[2 * from] != 0) {
            from = before[from];
        }
        return from == 0 ? 0 : 2 * from + 1;
    }

    void opened(int variable) {
        if (variable < input) {
            input = variable;
        }
        if (moved[variable] > moved[from]) {
            from = variable;
        }
    }

    /** It took part in a conflict. */
    void matters(int variable) {
        if (variable == last) {
            return;
        }
        var left = before[variable];
        var right = behind[variable];
        behind[left] = right;
        before[right] = left;
        if (from == variable) {
            from = left;
        }
        append(variable);
        if (value[2 * variable] == 0) {
            from = variable;
        }
    }

    private void append(int variable) {
        before[variable] = last;
        behind[variable] = 0;
        behind[last] = variable;
        last = variable;
        moved[variable] = ++moves;
    }
}
