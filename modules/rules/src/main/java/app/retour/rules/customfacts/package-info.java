/**
 * Facts that a merchant adds to the vocabulary, and facts that the shop never gets. May use documents and
 * vocabulary.
 */
@NamedInterface("customfacts")
@NullMarked
package app.retour.rules.customfacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
