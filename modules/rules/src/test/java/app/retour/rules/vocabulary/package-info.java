@NullMarked
package app.retour.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
