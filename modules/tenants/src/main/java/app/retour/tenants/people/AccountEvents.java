package app.retour.tenants.people;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people do with their accounts, noted in the transaction of what it tells. A person may work for several merchants
 * and no tenant is bound yet, so that {@code AccountEventsToAudit} passes it on.
 */
@Component
class AccountEvents {
    static final String SIGNED_IN = "person.signed_in";
    static final String SIGN_IN_FAILED = "person.sign_in_failed";
    static final String SIGNED_OUT = "person.signed_out";
    static final String SESSIONS_ENDED = "person.sessions_ended";
    static final String PASSWORD_CHANGED = "person.password_changed";
    static final String PASSWORD_RESET = "person.password_reset";
    static final String APP_ON = "person.authenticator_on";
    static final String APP_OFF = "person.authenticator_off";
    static final String CODES_RENEWED = "person.recovery_codes_renewed";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AccountEvents(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Of interest to every merchant for whom the person works. */
    void note(UUID person, String action) {
        note(person, null, action, true, Map.of());
    }

    /** Of interest to one merchant. @param detail no personal data */
    void noteAt(TenantId tenant, UUID person, String action, Map<String, String> detail) {
        note(person, tenant, action, true, detail);
    }

    /**
     * Not done by the person, for all we know.
     *
     * @param person null when the address is nobody's, which is the same work
     */
    void noteFailure(@Nullable UUID person, String what) {
        note(person, null, SIGN_IN_FAILED, false, Map.of("wrong", what));
    }

    private void note(
            @Nullable UUID person,
            @Nullable TenantId tenant,
            String action,
            boolean byPerson,
            Map<String, String> detail) {
        jdbc.sql("""
                        insert into tenants.account_event (id, at, action, person_id, tenant_id, by_person, detail)
                        values (:id, :at, :action, :person, :tenant, :byPerson, :detail::jsonb)
                        """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("action", action)
                .param("person", person, Types.OTHER)
                .param("tenant", tenant == null ? null : tenant.value(), Types.OTHER)
                .param("byPerson", byPerson)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
