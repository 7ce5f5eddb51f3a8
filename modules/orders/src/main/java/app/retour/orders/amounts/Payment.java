package app.retour.orders.amounts;

/** How far an order is paid. */
public enum Payment {
    PAID,
    PARTLY_PAID,
    /** Nothing is paid yet: giving back lowers the bill. */
    UNPAID,
    /** No source said. */
    UNKNOWN
}
