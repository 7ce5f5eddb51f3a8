package app.retour.mail.queue;

import app.retour.mail.MailTransport.Mail;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A mail as a worker took it from its queue.
 *
 * @param attempts how often it was taken, this time too
 * @param mail made right before it is handed over: links are signed then, and secrets opened
 */
public record Taken(UUID id, int attempts, Supplier<Mail> mail) {}
