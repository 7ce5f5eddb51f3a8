/**
 * What was queued, sent, skipped and given up, and why, row by row: the one place where messages are kept. Uses
 * letters, moments and smtp.
 */
@NullMarked
package app.retour.notifications.ledger;

import org.jspecify.annotations.NullMarked;
