/**
 * What a merchant decided once: conditions, effects, rules, a policy, and how each reads in plain words. Says what rules
 * mean, not what they come to for an item. May use the vocabulary.
 */
@NamedInterface("policy")
@NullMarked
package app.retour.rules.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
