package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import java.util.List;
import java.util.function.ToIntFunction;

/** A truth of three values as two variables of {@link Clauses}; where neither holds it is unknown. */
record Kleene(int isTrue, int isFalse) {
    static final Kleene UNKNOWN = new Kleene(Clauses.FALSE, Clauses.FALSE);

    static Kleene known(int literal) {
        return new Kleene(literal, -literal);
    }

    Kleene not() {
        return new Kleene(isFalse, isTrue);
    }

    static Kleene all(Clauses clauses, List<Kleene> parts) {
        return new Kleene(clauses.all(literals(parts, Kleene::isTrue)), clauses.any(literals(parts, Kleene::isFalse)));
    }

    static Kleene any(Clauses clauses, List<Kleene> parts) {
        return new Kleene(clauses.any(literals(parts, Kleene::isTrue)), clauses.all(literals(parts, Kleene::isFalse)));
    }

    private static int[] literals(List<Kleene> parts, ToIntFunction<Kleene> side) {
        return parts.stream().mapToInt(side).toArray();
    }
}
