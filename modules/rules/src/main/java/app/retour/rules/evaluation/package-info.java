/**
 * Judging one item: a policy compiled, the rules that win, guards, the statutory check, and the trace of it all. Depends on
 * nothing but its arguments, so that the same facts give the same answer forever. May use documents, policy and
 * vocabulary.
 */
@NullMarked
package app.retour.rules.evaluation;

import org.jspecify.annotations.NullMarked;
