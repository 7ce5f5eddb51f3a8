package app.retour.orders;

import java.util.List;

/**
 * What is unknown after an import.
 *
 * @param orders known in all
 * @param notReconciled of them, those whose sums do not agree; their refunds need a person
 */
public record ImportReport(int orders, int notReconciled, List<UnknownFact> unknownFacts) {}
