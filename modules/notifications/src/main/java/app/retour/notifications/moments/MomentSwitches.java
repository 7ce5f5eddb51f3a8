package app.retour.notifications.moments;

import app.retour.tenants.tenancy.TenantContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which moments a merchant does not want told; all are on until switched off. */
@Component
public class MomentSwitches {
    private final JdbcClient jdbc;

    MomentSwitches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isOn(Moment moment) {
        return !off().contains(moment);
    }

    public Set<Moment> off() {
        return jdbc
                .sql("select moment from notifications.moment_switch where tenant_id = ? and not enabled")
                .param(TenantContext.current().value())
                .query(String.class)
                .stream()
                .map(Moment::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Moment.class)));
    }

    public void set(Moment moment, boolean enabled) {
        jdbc.sql("""
                        insert into notifications.moment_switch (tenant_id, moment, enabled) values (?, ?, ?)
                        on conflict (tenant_id, moment) do update set enabled = excluded.enabled
                        """)
                .params(TenantContext.current().value(), moment.name(), enabled)
                .update();
    }
}
