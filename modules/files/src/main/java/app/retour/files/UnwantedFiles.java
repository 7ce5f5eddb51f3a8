package app.retour.files;

import app.retour.privacy.NightlyRemoval;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes away files that nobody wants: sent and never used, or used no more. Each is looked at when it is a week old, and
 * again every three months, so that a night looks at some and not at all.
 */
@Component
@Order(90)
class UnwantedFiles implements NightlyRemoval {
    /** Whoever sends a file uses it soon, if ever. */
    private static final Duration GRACE = Duration.ofDays(7);

    private static final Duration LOOKED_AGAIN = Duration.ofDays(90);
    private final Files files;
    private final ObjectProvider<FileUses> uses;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnwantedFiles(Files files, ObjectProvider<FileUses> uses, Tenants tenants, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.uses = uses;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files that nobody wants";
    }

    @Override
    public Batch remove(Instant before, int most) {
        var looked = jdbc.sql("""
                        select id from files.stored_file where tenant_id = :tenant
                            and (wanted_at is null and stored_at < :grace or wanted_at < :again)
                        order by wanted_at nulls first, stored_at limit :most for update skip locked
                        """)
                .param("tenant", tenant())
                .param("grace", clock.instant().minus(GRACE).atOffset(ZoneOffset.UTC))
                .param("again", clock.instant().minus(LOOKED_AGAIN).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(UUID.class)
                .list();
        if (looked.isEmpty()) {
            return new Batch(Map.of(), false);
        }
        var wanted = wanted(looked);
        var removed = files.remove(looked.stream()
                .filter(file -> !wanted.contains(file))
                .map(FileId::new)
                .toList());
        if (!wanted.isEmpty()) {
            jdbc.sql("update files.stored_file set wanted_at = :now where tenant_id = :tenant and id in (:wanted)")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("tenant", tenant())
                    .param("wanted", wanted)
                    .update();
        }
        return new Batch(removed == 0 ? Map.of() : Map.of("unwanted files", removed), looked.size() == most);
    }

    private HashSet<UUID> wanted(List<UUID> looked) {
        var wanted = new HashSet<UUID>();
        uses.orderedStream().forEach(module -> wanted.addAll(module.usedAmong(looked)));
        var logo = tenants.current().brand().logoFile();
        if (logo != null && looked.contains(logo)) {
            wanted.add(logo);
        }
        return wanted;
    }

    private static Object tenant() {
        return TenantContext.current().value();
    }
}
