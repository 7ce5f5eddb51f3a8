/**
 * The few types every module speaks: who the merchant is, money, ids, who acted, and how a refusal is told. Plain Java,
 * no framework; grows only when two modules need the same word.
 */
@NullMarked
package app.retour.kernel;

import org.jspecify.annotations.NullMarked;
