package app.retour.notifications.moments;

import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which moments a merchant does not want told; all are on until switched off. */
@Component
public class MomentSwitches {
    private final JdbcClient jdbc;
    private final SetupStamps stamps;
    private final TenantCache<Set<Moment>> off;

    MomentSwitches(JdbcClient jdbc, SetupStamps stamps) {
        this.jdbc = jdbc;
        this.stamps = stamps;
        this.off = new TenantCache<>(stamps);
    }

    public boolean isOn(Moment moment) {
        return !off().contains(moment);
    }

    public Set<Moment> off() {
        return off.get(this::stored);
    }

    private Set<Moment> stored() {
        return jdbc
                .sql("select moment from notifications.moment_switch where tenant_id = ? and not enabled")
                .param(TenantContext.current().value())
                .query(String.class)
                .stream()
                .map(Moment::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    public void set(Moment moment, boolean enabled) {
        jdbc.sql("""
                        insert into notifications.moment_switch (tenant_id, moment, enabled) values (?, ?, ?)
                        on conflict (tenant_id, moment) do update set enabled = excluded.enabled
                        """)
                .params(TenantContext.current().value(), moment.name(), enabled)
                .update();
        stamps.changed();
    }
}
