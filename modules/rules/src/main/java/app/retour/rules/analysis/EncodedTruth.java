package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import java.util.List;
import java.util.function.ToIntFunction;

/** A truth of three values as two variables of {@link Clauses}; where neither holds it is unknown. */
record EncodedTruth(int isTrue, int isFalse) {
    static final EncodedTruth UNKNOWN = new EncodedTruth(Clauses.FALSE, Clauses.FALSE);

    static EncodedTruth known(int literal) {
        return new EncodedTruth(literal, -literal);
    }

    EncodedTruth not() {
        return new EncodedTruth(isFalse, isTrue);
    }

    static EncodedTruth all(Clauses clauses, List<EncodedTruth> parts) {
        return new EncodedTruth(
                clauses.all(literals(parts, EncodedTruth::isTrue)),
                clauses.any(literals(parts, EncodedTruth::isFalse)));
    }

    static EncodedTruth any(Clauses clauses, List<EncodedTruth> parts) {
        return new EncodedTruth(
                clauses.any(literals(parts, EncodedTruth::isTrue)),
                clauses.all(literals(parts, EncodedTruth::isFalse)));
    }

    private static int[] literals(List<EncodedTruth> parts, ToIntFunction<EncodedTruth> side) {
        return parts.stream().mapToInt(side).toArray();
    }
}
