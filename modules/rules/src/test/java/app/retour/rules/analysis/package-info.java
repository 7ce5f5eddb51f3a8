@NullMarked
package app.retour.rules.analysis;

import org.jspecify.annotations.NullMarked;
