/**
 * What is kept of a return: its entities and repositories, the aggregate that reads them when they are asked for, the timeline. May use the views
 * and all that they use; open to the rooms of this module alone.
 */
@NullMarked
package app.retour.returns.record;

import org.jspecify.annotations.NullMarked;
