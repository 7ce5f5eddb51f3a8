package app.retour.privacy;

import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a shopper, table by table as modules tell them; files by their ids, at {@code /files/<id>}. */
@Service
@Transactional
public class ShopperExport {
    private final PersonalTables tables;
    private final ObjectProvider<DataSubjects> subjects;
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final Clock clock;

    ShopperExport(
            PersonalTables tables,
            ObjectProvider<DataSubjects> subjects,
            NamedParameterJdbcTemplate jdbc,
            JsonMapper json,
            Audit audit,
            Clock clock) {
        this.tables = tables;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * On record, since somebody took it away.
     *
     * @return rows by table, only of tables that have some
     * @throws app.retour.kernel.Refusal NOT_FOUND
     */
    public Map<String, List<Map<String, Object>>> of(DataSubject asked) {
        var subject = asked;
        for (var known : subjects.orderedStream().toList()) {
            subject = known.complete(subject);
        }
        var values = SubjectQueries.values(subject, clock.instant());
        var all = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : tables.all()) {
            var sql = table.exporting();
            if (sql.isPresent()) {
                var rows = new ArrayList<Map<String, Object>>(jdbc.query(
                        sql.get(),
                        values,
                        (row, _) -> json.readValue(row.getString(1), new TypeReference<Map<String, Object>>() {})));
                if (!rows.isEmpty()) {
                    all.put(table.name(), rows);
                }
            }
        }
        audit.record(
                "shopper.exported",
                subject.shopper() == null ? "Order" : "Shopper",
                String.valueOf(
                        subject.shopper() == null ? subject.orders().iterator().next() : subject.shopper()),
                Map.of(
                        "orders",
                        subject.orders().size(),
                        "returns",
                        subject.returns().size()));
        return all;
    }
}
