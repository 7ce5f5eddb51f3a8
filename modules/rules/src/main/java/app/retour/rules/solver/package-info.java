/**
 * A small SAT solver with clause learning: told clauses, it says whether they can all hold. Knows nothing of policies and
 * uses nothing else of the house.
 */
@NullMarked
package app.retour.rules.solver;

import org.jspecify.annotations.NullMarked;
