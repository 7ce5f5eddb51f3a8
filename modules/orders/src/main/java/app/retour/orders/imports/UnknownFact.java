package app.retour.orders.imports;

import java.util.List;

/**
 * A fact that some orders lack.
 *
 * @param fact its name in rules, for example {@code item.finalSale}
 * @param label what it is, in plain words
 * @param orders for how many of them it is unknown
 * @param recipes titles of recipes that send these orders to review because of it
 * @param remedy how to supply it
 */
public record UnknownFact(String fact, String label, int orders, List<String> recipes, String remedy) {}
