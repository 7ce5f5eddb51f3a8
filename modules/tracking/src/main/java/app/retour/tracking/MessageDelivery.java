package app.retour.tracking;

import app.retour.tenants.jobs.TenantJob;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a stored message to its parcel, after the carrier had its answer. */
@Component
class MessageDelivery implements TenantJob<MessageDelivery.Message> {
    private final TrackingUpdates movements;
    private final TransactionTemplate transactions;

    MessageDelivery(TrackingUpdates movements, PlatformTransactionManager transactions) {
        this.movements = movements;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "tracking.message";
    }

    @Override
    public Class<Message> type() {
        return Message.class;
    }

    @Override
    public void run(Message told) {
        transactions.executeWithoutResult(_ -> movements.bring(told.id()));
    }

    record Message(UUID id) {}
}
