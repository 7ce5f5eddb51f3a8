@NullMarked
package app.retour.rules;

import org.jspecify.annotations.NullMarked;
