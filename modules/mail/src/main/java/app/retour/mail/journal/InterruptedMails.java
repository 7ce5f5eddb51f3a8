package app.retour.mail.journal;

import java.util.Collection;
import java.util.UUID;

/** A queue of mails, some of which a process that is dead had noted as handed over: a bean. */
public interface InterruptedMails {
    /**
     * Queues again what these tries were about, unless a person or another try had to do with it since.
     *
     * @param numbers of tries whose end was never said, so that no server has the mail
     * @return how many mails wait again
     */
    int putBack(UUID journal, Collection<Long> numbers);
}
