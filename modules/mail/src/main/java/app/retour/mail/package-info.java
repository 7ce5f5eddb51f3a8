/**
 * Mail: the one way by which a mail leaves the house, and the one way in which mails wait for it. What is written in one,
 * to whom and why, is the business of the modules that own the tables of their mails; nothing here knows a tenant or a return.
 *
 * <p>A mail is handed over outside of any transaction, and that the server may have it is noted right before its end is said.
 * What a crash leaves in the middle is never sent again by itself, unless the journal of the dead process says that the mail
 * server was not told its end.
 */
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"kernel", "api"})
@NullMarked
package app.retour.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
