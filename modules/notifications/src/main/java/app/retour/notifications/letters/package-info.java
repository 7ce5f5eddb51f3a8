/**
 * The words of a message, from template and facts to a letter that can be sent: its values, its links, the merchant it
 * speaks for, the language it speaks. Sends nothing and keeps nothing; uses moments and liquid.
 */
@NullMarked
package app.retour.notifications.letters;

import org.jspecify.annotations.NullMarked;
