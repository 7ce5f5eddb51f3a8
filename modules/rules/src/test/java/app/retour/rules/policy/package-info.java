@NullMarked
package app.retour.rules.policy;

import org.jspecify.annotations.NullMarked;
