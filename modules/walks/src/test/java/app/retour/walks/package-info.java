/** Tests that walk all of something: every table, every field, every class. New ones are covered the moment they appear. */
@NullMarked
package app.retour.walks;

import org.jspecify.annotations.NullMarked;
