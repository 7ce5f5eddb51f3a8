/**
 * What was decided, as it is stored: each judging with all that it saw, so that it can be recomputed, and what a person
 * decided beside it. May use evaluation and what is below that.
 */
@NullMarked
package app.retour.rules.decisions;

import org.jspecify.annotations.NullMarked;
