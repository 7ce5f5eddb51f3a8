package app.retour.returns;

/** Why a refund waits though it is due. */
enum Hold {
    /** The order is not paid: the refund lowers the bill, and nothing is issued. */
    UNPAID,
    /** A person has to look at it first. */
    PERSON
}
