package app.retour.tenants.accountmail;

import app.retour.mail.queue.WakeUp;
import org.springframework.stereotype.Component;

/** Wakes this replica's worker for mails about accounts. */
@Component
class AccountMailWakeUp extends WakeUp {}
