package app.retour.notifications;

import app.retour.mail.queue.WakeUp;
import org.springframework.stereotype.Component;

/** Wakes this replica's dispatcher of messages. */
@Component
class DispatcherWakeUp extends WakeUp {}
