/**
 * What is asked of whoever sends a file before a byte of it is read: who they are, where to, how much, and that they do not
 * dawdle. Used by the security chains; knows callers and kinds of files, and nothing of what is in them.
 */
@NullMarked
package app.retour.app.uploads;

import org.jspecify.annotations.NullMarked;
