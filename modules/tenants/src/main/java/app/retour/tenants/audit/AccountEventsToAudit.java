package app.retour.tenants.audit;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passes what {@code AccountEvents} noted to the audit of each merchant concerned; twice is once. */
@Component
class AccountEventsToAudit implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(AccountEventsToAudit.class);
    private static final int AT_ONCE = 200;
    private final JdbcClient jdbc;
    private final Directory directory;
    private final Audit audit;
    private final JsonMapper json;

    AccountEventsToAudit(JdbcClient jdbc, Directory directory, Audit audit, JsonMapper json) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.json = json;
    }

    private record Noted(
            UUID id,
            Instant at,
            String action,
            @Nullable UUID person,
            @Nullable UUID tenant,
            boolean byPerson,
            String detail) {}

    @Override
    public String name() {
        return "tenants-pass-account-events";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        var last = Ids.LEAST;
        List<Noted> found;
        do {
            found = after(last);
            for (var noted : found) {
                last = noted.id;
                pass(noted);
            }
        } while (found.size() == AT_ONCE);
    }

    /** One that cannot be passed on waits; the others do not wait for it. */
    private void pass(Noted noted) {
        try {
            var person = noted.person;
            if (person != null) {
                var detail = json.readValue(noted.detail, new TypeReference<Map<String, String>>() {});
                var actor = noted.byPerson ? new Actor(Actor.Kind.STAFF, person.toString()) : Actor.system();
                for (var tenant : concerned(noted, person)) {
                    TenantContext.runAs(
                            tenant,
                            () -> audit.pass(noted.id, noted.at, actor, noted.action, person.toString(), detail));
                }
            }
            jdbc.sql("delete from tenants.account_event where id = ?")
                    .param(noted.id)
                    .update();
        } catch (RuntimeException failed) {
            LOG.warn("The account event {} could not be passed to the audit", noted.id, failed);
        }
    }

    private List<TenantId> concerned(Noted noted, UUID person) {
        return noted.tenant == null ? directory.ofPerson(person) : List.of(new TenantId(noted.tenant));
    }

    private List<Noted> after(UUID last) {
        return jdbc.sql("select * from tenants.account_event where id > ? order by id limit ?")
                .params(last, AT_ONCE)
                .query((row, _) -> new Noted(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("action"),
                        row.getObject("person_id", UUID.class),
                        row.getObject("tenant_id", UUID.class),
                        row.getBoolean("by_person"),
                        row.getString("detail")))
                .list();
    }
}
