package app.retour.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL alone, writing the rows that a return leaves behind: the newest one's, again and again under new ids, into tables
 * made as theirs are, with as many indexes. What anything that keeps returns there cannot be faster than.
 */
final class RowsOfAReturn implements AutoCloseable {
    /** So much more is written than is handed in, to last as long. */
    static final int TIMES_FASTER = 10;

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), format('yardstick.%I', n.nspname || '_' || c.relname),
                case when c.relname = 'return_authorization' then 'id = $$' || r.id || '$$'
                     when c.relname = 'decision' then 'item_ref in (select id from returns.return_item where return_id = $$' || r.id || '$$)'
                     when c.relname = 'idempotency_key' then 'answer like $$%' || r.id || '%$$'
                     else 'return_id = $$' || r.id || '$$' end
            from (select id from returns.return_authorization order by requested_at desc limit 1) r, pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ('returns', 'rules', 'notifications', 'api')
              and (c.relname in ('return_authorization', 'idempotency_key') or n.nspname = 'rules' and c.relname = 'decision'
                or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'return_id' and not a.attisdropped))
            order by c.relname <> 'return_authorization', 1""";

    private final Server server;
    private final List<Row> rows = new ArrayList<>();

    /** How the rows travel. */
    enum Trips {
        SIX(5),
        ONE(1);

        private final int statements;

        Trips(int statements) {
            this.statements = statements;
        }

        String told() {
            return this == SIX ? "six trips" : "one trip";
        }
    }

    private record Row(String table, Map<String, Object> values) {
        String insert() {
            return "insert into %s (%s) values (%s)"
                    .formatted(
                            table,
                            String.join(", ", values.keySet()),
                            values.keySet().stream().map(_ -> "?").collect(Collectors.joining(", ")));
        }
    }

    RowsOfAReturn(Server server) throws IOException, SQLException {
        this.server = server;
        try (var connection = DriverManager.getConnection(server.databaseUrl())) {
            execute(connection, "create schema yardstick");
            try (var statement = connection.createStatement();
                    var tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    take(connection, tables.getString(1), tables.getString(2), tables.getString(3));
                }
            }
        }
        System.out.println("A return's rows: "
                + rows.stream()
                        .collect(Collectors.groupingBy(Row::table, java.util.TreeMap::new, Collectors.counting())));
    }

    private void take(Connection connection, String table, String copy, String condition) throws SQLException {
        var found = new ArrayList<Row>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from %s where %s".formatted(table, condition))) {
            while (row.next()) {
                var values = new HashMap<String, Object>();
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    if (row.getObject(column) != null) {
                        values.put(row.getMetaData().getColumnName(column), row.getObject(column));
                    }
                }
                found.add(new Row(copy, values));
            }
        }
        if (!found.isEmpty()) {
            rows.addAll(found);
            execute(
                    connection,
                    "create table %s (like %s including defaults including constraints)".formatted(copy, table));
            index(connection, table, copy);
        }
    }

    /** As many indexes, none unique: the same texts come again. */
    private static void index(Connection connection, String table, String copy) throws SQLException {
        var indexes = new ArrayList<String>();
        try (var asked = connection.prepareStatement(
                "select indexdef from pg_indexes where format('%I.%I', schemaname, tablename) = ?")) {
            asked.setString(1, table);
            try (var index = asked.executeQuery()) {
                while (index.next()) {
                    indexes.add(index.getString(1));
                }
            }
        }
        for (var index : indexes) {
            execute(connection, index.replaceFirst("CREATE (UNIQUE )?INDEX \\S+ ON \\S+", "create index on " + copy));
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    Submits write(int clients, int returns, Trips trips) throws Exception {
        try (var pool = Executors.newFixedThreadPool(clients);
                var aftermath = new Aftermath(server)) {
            Callable<long[]> client = () -> written(returns / clients, trips);
            pool.submit(client).get();
            var commits = aftermath.commits();
            var cpu = server.databaseCpu();
            var begun = System.nanoTime();
            var running = IntStream.range(0, clients)
                    .mapToObj(_ -> pool.submit(client))
                    .toList();
            var nanos = new ArrayList<long[]>();
            for (Future<long[]> each : running) {
                nanos.add(each.get());
            }
            var wall = Duration.ofNanos(System.nanoTime() - begun);
            var spent = server.databaseCpu().minus(cpu);
            var all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
            return new Submits(clients, all, wall, wall, Duration.ZERO, spent, aftermath.commits() - commits);
        }
    }

    private long[] written(int returns, Trips trips) throws IOException, SQLException {
        var nanos = new long[returns];
        try (var connection = DriverManager.getConnection(server.databaseUrl())) {
            // One statement of many parts is one transaction by itself.
            connection.setAutoCommit(trips == Trips.ONE);
            for (var number = 0; number < returns; number++) {
                var begun = System.nanoTime();
                write(connection, trips.statements);
                if (trips == Trips.SIX) {
                    connection.commit();
                }
                nanos[number] = System.nanoTime() - begun;
            }
        }
        return nanos;
    }

    private void write(Connection connection, int statements) throws SQLException {
        var ids = new HashMap<Object, UUID>();
        for (var part = 0; part < statements; part++) {
            var some = rows.subList(rows.size() * part / statements, rows.size() * (part + 1) / statements);
            if (some.isEmpty()) {
                continue;
            }
            var all = some.stream().map(Row::insert).collect(Collectors.joining("; "));
            try (var insert = connection.prepareStatement(all)) {
                var place = 1;
                for (var row : some) {
                    for (var value : row.values.entrySet()) {
                        insert.setObject(place++, renewed(value.getKey(), value.getValue(), ids));
                    }
                }
                insert.execute();
            }
        }
    }

    /** Every id is a new one, the same wherever it stands; but the merchant's. */
    private static @Nullable Object renewed(String column, Object value, Map<Object, UUID> ids) {
        return value instanceof UUID && !column.equals("tenant_id")
                ? ids.computeIfAbsent(value, _ -> UUID.randomUUID())
                : value;
    }

    @Override
    public void close() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.databaseUrl())) {
            execute(connection, "drop schema yardstick cascade");
        }
    }
}
