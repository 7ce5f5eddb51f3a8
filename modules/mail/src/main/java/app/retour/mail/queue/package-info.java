/**
 * The one way in which mails wait, and are sent at most once: claimed under a lease, tried with growing pauses, given up where a
 * person sees it. One mechanism over as many tables as there are owners, since their rows differ: a tenant's messages stand
 * under row-level security and are its history, mails about accounts belong to no tenant. May use the face and the journal.
 */
@NamedInterface("queue")
@NullMarked
package app.retour.mail.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
