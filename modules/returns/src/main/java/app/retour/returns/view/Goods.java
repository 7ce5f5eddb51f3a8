package app.retour.returns.view;

/**
 * Quantities of one item at the warehouse.
 *
 * @param expected still to arrive
 */
public record Goods(int expected, int received, int accepted, int refused, int missing) {}
