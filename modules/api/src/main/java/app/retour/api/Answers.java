package app.retour.api;

import app.retour.kernel.Refusal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns what an action gives, or why it was refused, into the payload of a mutation. */
public final class Answers {
    private Answers() {}

    /**
     * @param done builds the payload from the action's result
     * @param refused builds it from user errors; a {@link Refusal} has undone the action's transaction
     */
    public static <T, P> P of(Supplier<T> action, Function<T, P> done, Function<List<UserError>, P> refused) {
        T result;
        try {
            result = action.get();
        } catch (Refusal refusal) {
            return refused.apply(List.of(UserError.of(refusal)));
        }
        return done.apply(result);
    }
}
