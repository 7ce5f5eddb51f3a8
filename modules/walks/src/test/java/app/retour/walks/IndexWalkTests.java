package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retour.testkit.TestDatabase;

/**
 * Every index of a tenant's table, as the application may use it. PostgreSQL 18.6, 2026-11-29: under a policy a condition is
 * looked up in an index only if its operator is leakproof, which equality of {@code numeric} and of enums is not, nor any
 * condition on what a function such as {@code lower} made of a column. The rest of the index is then dead weight.
 */
class IndexWalkTests {
    /** Of the row that is looked for, and of every fifth. */
    private static final String TENANT = "md5('1')::uuid";

    private Connection database;

    /** All in one transaction that is rolled back. */
    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.shared().as("postgres");
        database.setAutoCommit(false);
        run("create schema copies");
        run("grant usage on schema copies to retour_app");
    }

    @AfterEach
    void disconnect() throws SQLException {
        database.rollback();
        database.close();
    }

    @Test
    void everyIndexIsLookedIntoUnderRowLevelSecurity() throws SQLException {
        var tables = rows("""
            select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and c.relkind = 'r' and c.relpersistence <> 't' and exists (
                select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1, 2\
            """);
        assertThat(tables).isNotEmpty();
        var unused = new ArrayList<String>();
        for (var table : tables) {
            var name = table.getFirst() + "." + table.getLast();
            copy(name, table.getLast());
            for (var index : rows("""
                select i.relname, coalesce(pg_get_expr(x.indpred, x.indrelid), 'true'),
                    pg_get_indexdef(x.indexrelid, 2, true),
                    (select format_type(a.atttypid, null) from pg_attribute a
                     where a.attrelid = x.indexrelid and a.attnum = 2)
                from pg_index x join pg_class i on i.oid = x.indexrelid
                where x.indrelid = '%s'::regclass and x.indnkeyatts > 1 and x.indkey[0] = (select attnum
                    from pg_attribute where attrelid = x.indrelid and attname = 'tenant_id')\
                """.formatted(name))) {
                var column = index.get(2);
                var plan = plan("select * from copies.%s where %s = %s and %s"
                        .formatted(table.getLast(), column, value(index.get(3), "1"), index.get(1)));
                if (plan.lines().noneMatch(line -> line.contains("Index Cond") && line.contains(column))) {
                    unused.add(index.getFirst() + ": " + plan);
                }
            }
            run("drop table copies." + table.getLast());
        }
        assertThat(unused).isEmpty();
    }

    /** The same columns, indexes and policy, nothing unique, and enough rows that looking at all of them costs more. */
    private void copy(String of, String name) throws SQLException {
        var copy = "copies." + name;
        run("create table %s (like %s including generated)".formatted(copy, of));
        run("alter table %s enable row level security".formatted(copy));
        run("alter table %s force row level security".formatted(copy));
        run("create policy tenant on %s using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)"
                .formatted(copy));
        run("grant select on %s to retour_app".formatted(copy));
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : rows("""
            select quote_ident(attname), format_type(atttypid, null), attidentity <> '' or attgenerated <> '',
                    format_type(atttypid, atttypmod)
            from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped\
            """.formatted(copy))) {
            if (column.get(2).equals("f")) {
                names.add(column.getFirst());
                var filling =
                        column.getFirst().equals("tenant_id") ? "md5((i % 5)::text)::uuid" : value(column.get(1), "i");
                values.add("(%s)::%s".formatted(filling, column.get(3)));
            }
        }
        run("insert into %s (%s) select %s from generate_series(1, 2000) i"
                .formatted(copy, String.join(", ", names), String.join(", ", values)));
        for (var index : rows("""
            select regexp_replace(pg_get_indexdef(indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+', 'create index \\2 on %s')
            from pg_index where indrelid = '%s'::regclass\
            """.formatted(copy, of))) {
            run(index.getFirst());
        }
        run("analyze " + copy);
    }

    private static String value(String type, String number) {
        return switch (type) {
            case "uuid" -> "md5('u' || %s)::uuid".formatted(number);
            case "text", "character", "character varying" -> "md5('t' || %s)".formatted(number);
            case "smallint", "integer", "bigint", "numeric" -> "(%s)::%s".formatted(number, type);
            case "timestamp with time zone" ->
                "timestamptz '2026-01-01' + (%s) * interval '1 minute'".formatted(number);
            case "date" -> "date '2020-01-01' + (%s)::integer".formatted(number);
            case "boolean" -> "(%s) %% 2 = 0".formatted(number);
            case "jsonb" -> "'{}'::jsonb";
            case "bytea" -> "decode(md5('b' || %s), 'hex')".formatted(number);
            case "text[]" -> "array[md5('a' || %s)]".formatted(number);
            case "uuid[]" -> "array[md5('a' || %s)::uuid]".formatted(number);
            default -> "null";
        };
    }

    private String plan(String query) throws SQLException {
        run("set local enable_seqscan = off");
        run("select set_config('app.tenant', %s::text, true)".formatted(TENANT));
        run("set local role retour_app");
        try {
            return String.join(
                    "\n",
                    rows("explain (costs off) " + query).stream()
                            .map(List::getFirst)
                            .toList());
        } finally {
            run("reset role");
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (answer.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(answer.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
