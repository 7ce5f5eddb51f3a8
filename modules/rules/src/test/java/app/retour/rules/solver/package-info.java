@NullMarked
package app.retour.rules.solver;

import org.jspecify.annotations.NullMarked;
