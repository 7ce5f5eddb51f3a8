/**
 * The life of a policy: drafted, tried on examples, analysed, published as a version, exchanged as a file. Finds the policy
 * that is live for whoever judges. May use analysis, customfacts and what is below those.
 */
@NullMarked
package app.retour.rules.publishing;

import org.jspecify.annotations.NullMarked;
