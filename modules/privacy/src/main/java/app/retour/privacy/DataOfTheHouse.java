package app.retour.privacy;

import static app.retour.privacy.PersonalTable.ofNoShopper;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tables beneath this module and its own: of the merchant's people, and of nobody. */
@Component
@Order(0)
class DataOfTheHouse implements PersonalData {
    @Override
    public List<PersonalTable> tables() {
        return List.of(
                // Events carry ids and values only; a test holds it.
                ofNoShopper("public.event_publication")
                        .notPersonal("listener_id", "event_type", "serialized_event", "status"),
                ofNoShopper("public.parked_publication")
                        .notPersonal("listener_id", "event_type", "serialized_event", "reason"),
                ofNoShopper("public.scheduled_tasks")
                        .notPersonal("task_name", "task_instance", "task_data", "picked_by"),
                ofNoShopper("public.spring_session").ofStaff("primary_id", "session_id", "principal_name"),
                ofNoShopper("public.spring_session_attributes")
                        .ofStaff("session_primary_id", "attribute_name", "attribute_bytes"),
                // Of what was sent only the hash is kept, of what was answered the id; both for seven days.
                ofNoShopper("api.idempotency_key").notPersonal("caller", "mutation", "key", "input_hash", "answer"),
                ofNoShopper("tenants.tenant")
                        .notPersonal("name", "slug", "currency", "zone", "locale", "brand_color")
                        .notPersonal("return_address", "contact_email", "team_inbox"),
                ofNoShopper("tenants.setup_stamp"),
                ofNoShopper("tenants.directory").notPersonal("kind", "key"),
                ofNoShopper("tenants.person").ofStaff("email", "name", "password_hash", "totp_seed"),
                ofNoShopper("tenants.recovery_code").ofStaff("hash"),
                ofNoShopper("tenants.membership").notPersonal("role"),
                ofNoShopper("tenants.invitation").ofStaff("email").notPersonal("role"),
                ofNoShopper("tenants.sign_up").ofStaff("email", "name", "password_hash", "slug", "business"),
                ofNoShopper("tenants.one_time_token").notPersonal("hash", "purpose"),
                // The link by which a shopper erases themselves waits here too; erasing takes it away.
                ofNoShopper("tenants.account_mail")
                        .ofStaff("recipient", "sealed", "last_error")
                        .notPersonal("kind", "state"),
                ofNoShopper("tenants.account_event").ofStaff("action", "detail"),
                ofNoShopper("tenants.api_client").notPersonal("client_id", "title", "secret_hash", "scopes"),
                ofNoShopper("tenants.signing_key").notPersonal("id", "sealed"),
                ofNoShopper("tenants.hashing_key").notPersonal("sealed"),
                ofNoShopper("tenants.bucket").notPersonal("id", "state"),
                ofNoShopper("tenants.audit_entry")
                        .notPersonal("actor_kind", "actor_id", "action", "subject_type", "subject_id", "detail"),
                ofNoShopper("privacy.erasure").notPersonal("counts", "kept", "actor_kind", "actor_id"),
                ofNoShopper("privacy.retention_night").notPersonal("counts"));
    }
}
