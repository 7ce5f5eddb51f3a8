@NullMarked
package app.retour.rules.evaluation;

import org.jspecify.annotations.NullMarked;
