package app.retour.notifications;

import app.retour.mail.queue.MailQueue;
import app.retour.mail.queue.WakeUp;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The ledger as one of the queues that each replica has a worker for. */
@Component
class NotificationQueue implements MailQueue {
    private final Dispatcher dispatcher;
    private final DispatcherWakeUp wakeUp;
    private final NotificationSettings settings;

    NotificationQueue(Dispatcher dispatcher, DispatcherWakeUp wakeUp, NotificationSettings settings) {
        this.dispatcher = dispatcher;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "mail-dispatcher";
    }

    @Override
    public boolean isEnabled() {
        return settings.enabled();
    }

    @Override
    public Duration pollEvery() {
        return settings.pollEvery();
    }

    @Override
    public Duration longestMail() {
        return settings.lease();
    }

    @Override
    public WakeUp wakeUp() {
        return wakeUp;
    }

    @Override
    public void hangUp(Duration idleFor) {
        dispatcher.hangUp(idleFor);
    }

    @Override
    public boolean dispatch(BooleanSupplier goOn) {
        return dispatcher.dispatch(goOn);
    }
}
