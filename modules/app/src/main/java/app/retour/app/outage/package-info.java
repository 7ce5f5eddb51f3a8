/**
 * What happens while the database is away: requests are refused at once instead of hanging, health says so, and work goes on
 * when it is back. May use {@code api} only.
 */
@NullMarked
package app.retour.app.outage;

import org.jspecify.annotations.NullMarked;
