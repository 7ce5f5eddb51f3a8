package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.privacy.ColumnRule;
import app.retour.privacy.PersonalTable;
import app.retour.privacy.PersonalTables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.TestDatabase;

/** Every column that could hold something of a person says whether it does, and what becomes of it. */
@StartedApplication
class PersonalDataWalkTests {
    private static final String COLUMNS = """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
              and c.relname not like 'databasechangelog%' and a.attnum > 0 and not a.attisdropped
            """;

    /** Numbers, times, truths and single ids tell nothing by themselves. */
    private static final String OF_WORDS =
            " and format_type(a.atttypid, null) in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea',"
                    + " 'text[]', 'uuid[]', 'jsonb[]', 'character varying[]', 'inet', 'xml', 'hstore')";

    @Autowired
    PersonalTables tables;

    @Test
    void everyColumnOfWordsIsToldPersonalOrNot() throws SQLException {
        assertThat(columns(COLUMNS + OF_WORDS))
                .as("columns that no PersonalData tells")
                .isSubsetOf(told());
    }

    @Test
    void whatIsToldIsThere() throws SQLException {
        assertThat(told()).as("columns that are gone").isSubsetOf(columns(COLUMNS));
    }

    @Test
    void whatTheDatabaseCallsPersonalIsToldSo() throws SQLException {
        assertThat(columns(COLUMNS + " and col_description(c.oid, a.attnum) like 'personal:%'"))
                .isSubsetOf(told(rule -> !(rule instanceof ColumnRule.NotPersonal)));
        assertThat(columns(COLUMNS + OF_WORDS + " and col_description(c.oid, a.attnum) like 'not personal:%'"))
                .isSubsetOf(told(ColumnRule.NotPersonal.class::isInstance));
    }

    private TreeSet<String> told() {
        return told(_ -> true);
    }

    private TreeSet<String> told(java.util.function.Predicate<ColumnRule> which) {
        var names = new TreeSet<String>();
        for (PersonalTable table : tables.all()) {
            table.columns().forEach((column, rule) -> {
                if (which.test(rule)) {
                    names.add(table.name() + "." + column);
                }
            });
        }
        return names;
    }

    private static List<String> columns(String sql) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var rows = database.createStatement().executeQuery(sql + " order by 1")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
