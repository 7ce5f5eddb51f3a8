@NullMarked
package app.retour.rules.customfacts;

import org.jspecify.annotations.NullMarked;
