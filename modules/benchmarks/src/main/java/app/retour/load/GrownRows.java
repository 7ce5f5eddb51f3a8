package app.retour.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that the product wrote, again and again: all that refer to a return or its order, in every table there is, copied set
 * by set with ids of their own, names of their own where these are unique, and a while earlier each time. Follows the schema
 * by itself, since it only knows what a column is.
 */
final class GrownRows implements AutoCloseable {
    private static final int AT_ONCE = 50_000;
    private static final int ROWS_OF_A_TENANT = 5;
    /** What must not come twice, or is looked for. */
    private static final String NAMES =
            "rma_number|slip_code|number|number_key|external_id|email|order_number|tracking_number|message_id|event_id";

    private static final String TABLES = """
            select n.nspname, c.relname, a.attname, t.typname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            join pg_type t on t.oid = a.atttypid
            where c.relkind = 'r' and n.nspname in ('orders', 'returns', 'rules', 'notifications', 'tracking')
              and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'tenant_id')
            order by 1, 2, a.attnum""";

    private final Connection connection;
    /** By table each column's type. */
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    /** A row, and the ids that become others in its copies. */
    private record Row(String table, String place) {}

    GrownRows(Server server) throws IOException, SQLException {
        connection = DriverManager.getConnection(server.databaseUrl());
        // Neither triggers nor references: what is copied is whole, or is left as the product left it.
        execute("set session_replication_role = replica");
        execute("set synchronous_commit = off");
        try (var statement = connection.createStatement();
                var columns = statement.executeQuery(TABLES)) {
            while (columns.next()) {
                tables.computeIfAbsent(
                                "%s.%s".formatted(columns.getString(1), columns.getString(2)),
                                _ -> new LinkedHashMap<>())
                        .put(columns.getString(3), columns.getString(4));
            }
        }
    }

    UUID id(String statement) throws SQLException {
        return UUID.fromString(text(statement));
    }

    String text(String statement) throws SQLException {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery(statement)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Copies of a return with all that is of it, numbered on from the last ones. */
    void copy(UUID returnId, int from, int until) throws SQLException {
        var of = "(select %s from returns.return_authorization where id = '" + returnId + "')";
        var ids = new HashSet<String>();
        ids.add("" + returnId);
        ids.add("" + id("select " + of.formatted("order_id")));
        var tenant = id("select " + of.formatted("tenant_id"));
        var rows = closure(ids, tenant);
        // Of the shopper nothing but their name: their other orders are not of this return.
        var shopper = id("select " + of.formatted("shopper_id"));
        rows.add(new Row(
                "orders.shopper", text("select ctid::text from orders.shopper where id = '%s'".formatted(shopper))));
        ids.add("" + shopper);
        for (var start = from; start < until; start += AT_ONCE) {
            for (var row : rows) {
                copy(row, ids, start, Math.min(until, start + AT_ONCE));
            }
        }
    }

    /** Until no table has another row that refers to one of them; their ids are then among the ids. */
    private Set<Row> closure(Set<String> ids, UUID tenant) throws SQLException {
        var rows = new HashSet<Row>();
        for (var before = -1; before < rows.size() + ids.size(); ) {
            before = rows.size() + ids.size();
            for (var table : tables.entrySet()) {
                find(table.getKey(), table.getValue(), ids, tenant, rows);
            }
        }
        System.out.println("A return's rows: "
                + rows.stream()
                        .collect(Collectors.groupingBy(Row::table, java.util.TreeMap::new, Collectors.counting())));
        return rows;
    }

    private void find(String table, Map<String, String> columns, Set<String> ids, UUID tenant, Set<Row> rows)
            throws SQLException {
        var known = "('" + String.join("', '", ids) + "')";
        var refers = columns.entrySet().stream()
                .filter(column ->
                        column.getValue().equals("uuid") && !column.getKey().equals("tenant_id"))
                .map(column -> column.getKey() + " in " + known)
                .collect(Collectors.joining(" or "));
        if (refers.isEmpty()) {
            return;
        }
        // What a message is about may be nobody's id.
        var id = "uuid".equals(columns.get("id")) ? "id::text" : "null";
        var subject = "uuid".equals(columns.get("subject_id")) ? "subject_id::text" : "null";
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select ctid::text, %s, %s from %s where tenant_id = '%s' and (%s)"
                        .formatted(id, subject, table, tenant, refers))) {
            while (found.next()) {
                rows.add(new Row(table, found.getString(1)));
                Stream.of(found.getString(2), found.getString(3))
                        .filter(Objects::nonNull)
                        .forEach(ids::add);
            }
        }
    }

    private void copy(Row row, Set<String> ids, int from, int until) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : tables.get(row.table).entrySet()) {
            names.add('"' + column.getKey() + '"');
            values.add(value(row, column.getKey(), column.getValue(), ids));
        }
        execute("insert into %s (%s) select %s from %s r, generate_series(%d, %d) n where r.ctid = '%s'"
                .formatted(
                        row.table,
                        String.join(", ", names),
                        String.join(", ", values),
                        row.table,
                        from,
                        until - 1,
                        row.place));
    }

    private String value(Row row, String column, String type, Set<String> ids) throws SQLException {
        var name = "r.\"" + column + '"';
        if (type.equals("timestamptz")) {
            return name + " - n * interval '25 seconds'";
        }
        if (type.equals("text") && column.matches(NAMES)) {
            return name + " || '-' || n";
        }
        if (type.startsWith("int") && column.matches(NAMES)) {
            return name + " + 1000000 + n";
        }
        if (!type.matches("uuid|_uuid|jsonb|json|text")) {
            return name;
        }
        var changed = name + "::text";
        for (var id : mentioned(row, column, ids)) {
            changed = "replace(%s, '%s', md5('%s' || n)::uuid::text)".formatted(changed, id, id);
        }
        return changed.equals(name + "::text") ? name : changed + "::" + (type.equals("_uuid") ? "uuid[]" : type);
    }

    private List<String> mentioned(Row row, String column, Set<String> ids) throws SQLException {
        try (var statement = connection.createStatement();
                var said = statement.executeQuery(
                        "select \"%s\"::text from %s where ctid = '%s'".formatted(column, row.table, row.place))) {
            said.next();
            var text = said.getString(1);
            return text == null
                    ? List.of()
                    : ids.stream().filter(text::contains).toList();
        }
    }

    /** Merchants of whom nothing is kept but a few rows in the tables that all share. */
    void tenants(UUID like, int count) throws SQLException {
        var number = "md5('tenant' || n)::uuid";
        renew(
                "tenants.tenant",
                "'id', %s, 'tenant_id', %s, 'slug', 'shop-' || n".formatted(number, number),
                like,
                count);
        for (var table : List.of(
                "orders.customer_order",
                "returns.reason",
                "returns.return_authorization",
                "returns.return_item",
                "tracking.reverse_shipment",
                "notifications.notification")) {
            renew(table, "'tenant_id', " + number, like, count);
        }
    }

    private void renew(String table, String values, UUID like, int count) throws SQLException {
        execute("""
                insert into %s select (jsonb_populate_record(null::%s, to_jsonb(r) || jsonb_build_object(%s))).*
                from (select * from %s where tenant_id = '%s' limit %d) r, generate_series(1, %d) n""".formatted(table, table, values, table, like, ROWS_OF_A_TENANT, count));
    }

    /** What autovacuum does in its own time. */
    void analyze() throws SQLException {
        execute("vacuum analyze");
    }

    void execute(String statement) throws SQLException {
        try (var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
