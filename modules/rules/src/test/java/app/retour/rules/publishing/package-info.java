@NullMarked
package app.retour.rules.publishing;

import org.jspecify.annotations.NullMarked;
