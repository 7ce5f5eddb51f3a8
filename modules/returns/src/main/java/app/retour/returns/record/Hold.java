package app.retour.returns.record;

/** Why a refund waits though it is due. */
public enum Hold {
    /** The order is not paid: the refund lowers the bill, and nothing is issued. */
    UNPAID,
    /** A person has to look at it first. */
    PERSON
}
