@NullMarked
package app.retour.rules.trials;

import org.jspecify.annotations.NullMarked;
