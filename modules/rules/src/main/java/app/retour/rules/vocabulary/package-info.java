/**
 * The words that rules speak: facts of an item, their types and values, the operators that compare them, and when nobody
 * knows a fact. Uses nothing else of this module.
 */
@NamedInterface("vocabulary")
@NullMarked
package app.retour.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
