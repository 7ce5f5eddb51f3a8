package app.retour.orders.imports;

import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Mappings of columns that somebody of a tenant has chosen, by the header of the file they are for. */
@Repository
class SavedMappings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SavedMappings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ColumnMapping> find(String header) {
        return jdbc.sql("select mapping from orders.import_mapping where tenant_id = ? and header_key = ?")
                .param(TenantContext.current().value())
                .param(header)
                .query(String.class)
                .optional()
                .map(mapping -> json.readValue(mapping, ColumnMapping.class));
    }

    void save(String header, ColumnMapping mapping) {
        jdbc.sql("""
                        insert into orders.import_mapping (tenant_id, header_key, mapping, updated_at)
                        values (?, ?, cast(? as jsonb), ?)
                        on conflict (tenant_id, header_key) do update set
                            mapping = excluded.mapping, updated_at = excluded.updated_at
                        """)
                .param(TenantContext.current().value())
                .param(header)
                .param(json.writeValueAsString(mapping))
                .param(RowReader.of(clock.instant()))
                .update();
    }
}
