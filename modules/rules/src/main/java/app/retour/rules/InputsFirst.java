package app.retour.rules;

import java.util.function.IntSupplier;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.minisat.orders.NegativeLiteralSelectionStrategy;
import org.sat4j.minisat.orders.VarOrderHeap;

/**
 * The order in which the solver decides: what there is to choose before what follows from it, which then needs no search;
 * and everything is "no" unless something asks for "yes". Only when that goes wrong often does the solver's own order count.
 */
final class InputsFirst extends VarOrderHeap {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE = 50;

    private final transient IntSupplier inputs;
    private final transient IntSupplier conflicts;
    private int next = 1;

    /**
     * @param inputs the last variable that is a choice
     * @param conflicts met so far in the question being asked
     */
    InputsFirst(IntSupplier inputs, IntSupplier conflicts) {
        super(new NegativeLiteralSelectionStrategy());
        this.inputs = inputs;
        this.conflicts = conflicts;
    }

    @Override
    public int select() {
        if (conflicts.getAsInt() <= PATIENCE) {
            for (var last = inputs.getAsInt(); next <= last; next++) {
                if (lits.belongsToPool(next) && lits.isUnassigned(LiteralsUtils.negLit(next))) {
                    return LiteralsUtils.negLit(next);
                }
            }
        }
        return super.select();
    }

    @Override
    public void undo(int variable) {
        super.undo(variable);
        next = Math.min(next, variable);
    }
}
