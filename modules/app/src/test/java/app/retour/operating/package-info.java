/** What an operator relies on: one connection a request, measures that move, logs that are found again, equal work. */
@NullMarked
package app.retour.operating;

import org.jspecify.annotations.NullMarked;
