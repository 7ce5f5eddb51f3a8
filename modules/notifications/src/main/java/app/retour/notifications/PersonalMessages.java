package app.retour.notifications;

import static app.retour.privacy.PersonalTable.ofNoShopper;
import static app.retour.privacy.PersonalTable.ofShopper;

import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is kept of shoppers here: that they were told something stays in the ledger; the words and the address go, also of
 * what the team was told of them. What has not left never leaves.
 */
@Component
@Order(60)
class PersonalMessages implements PersonalData {
    private static final String NOT_LEFT = "state in ('QUEUED', 'CLAIMED', 'FAILED')";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                ofShopper(
                                "notifications.notification",
                                "return_id in (:returns) or recipient_key = 'shopper:' || cast(:shopper as uuid)")
                        .becomes("recipient_email", "case when audience = 'SHOPPER' then null else recipient_email end")
                        .blanked("subject_line", "text_part", "html_part")
                        .becomes("state", "case when " + NOT_LEFT + " then 'SKIPPED' else state end")
                        .becomes("next_attempt_at", "null::timestamptz")
                        .becomes("claim", "case when " + NOT_LEFT + " then null else claim end")
                        // A mail server's answer may repeat the address.
                        .becomes(
                                "reason",
                                "case when state in ('QUEUED', 'CLAIMED', 'FAILED', 'SKIPPED') then"
                                        + " 'Not sent, and its words erased with the shopper'"
                                        + " else 'Its words were erased with the shopper' end")
                        .notPersonal("moment", "subject_kind", "audience", "recipient_key", "channel", "rma_number")
                        .notPersonal("message_locale", "message_id"),
                ofNoShopper("notifications.template_version")
                        .notPersonal("moment", "locale", "subject", "body", "button_label", "saved_by"),
                ofNoShopper("notifications.moment_switch").notPersonal("moment"));
    }
}
