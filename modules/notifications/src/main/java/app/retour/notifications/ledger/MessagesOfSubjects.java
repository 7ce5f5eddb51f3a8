package app.retour.notifications.ledger;

import app.retour.privacy.DataSubject;
import app.retour.privacy.DataSubjects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Holds what is told of the returns of who is erased: a message that is being written is in the ledger before its words go,
 * and one that is written afterwards finds nobody to write to.
 */
@Component
@Order(70)
class MessagesOfSubjects implements DataSubjects {
    private final Ledger ledger;

    MessagesOfSubjects(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public DataSubject complete(DataSubject known) {
        return known;
    }

    @Override
    public void hold(DataSubject subject) {
        subject.returns().stream().sorted().forEach(ledger::hold);
    }
}
