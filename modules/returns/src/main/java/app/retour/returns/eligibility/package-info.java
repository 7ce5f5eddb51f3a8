/**
 * What can be asked of an order and by when: units, windows, holidays, statutory grounds. Pure; may use the settings and the
 * waterfall.
 */
@NullMarked
package app.retour.returns.eligibility;

import org.jspecify.annotations.NullMarked;
