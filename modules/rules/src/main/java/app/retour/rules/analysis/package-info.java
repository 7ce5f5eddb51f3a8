/**
 * Looks into a whole policy before anybody is judged by it: dead rules and conditions, contradictions, gaps, overlaps, risks
 * in law, each with an item that shows it. May use the solver, evaluation and what is below that.
 */
@NullMarked
package app.retour.rules.analysis;

import org.jspecify.annotations.NullMarked;
