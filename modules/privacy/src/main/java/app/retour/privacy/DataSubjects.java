package app.retour.privacy;

/** Follows a shopper's trail: a bean of a module that knows what hangs on what is known already. */
public interface DataSubjects {
    /**
     * Adds what this module knows; beans are asked in their {@code @Order}. Inside a transaction.
     *
     * @throws app.retour.kernel.Refusal NOT_FOUND
     */
    DataSubject complete(DataSubject known);

    /** Holds what is the subject's until the transaction ends, so that nothing is written of them meanwhile. */
    default void hold(DataSubject subject) {}
}
