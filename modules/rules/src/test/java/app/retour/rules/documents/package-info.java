@NullMarked
package app.retour.rules.documents;

import org.jspecify.annotations.NullMarked;
