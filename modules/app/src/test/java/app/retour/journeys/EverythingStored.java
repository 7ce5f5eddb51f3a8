package app.retour.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import retour.testkit.TestDatabase;

/**
 * All that this service keeps: every column of every table, past row-level security, and the bytes of every file. Tables of a
 * session, through which files of orders are copied, are empty after each commit and nobody else's to read.
 */
record EverythingStored(Path files) {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relpersistence <> 't'
              and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1
            """;
    private static final String COLUMNS = """
            select distinct e.key || ' holds ' || m from %s t, jsonb_each_text(to_jsonb(t)) e, unnest(?::text[]) m
            where position(m in lower(e.value)) > 0 or position(encode(m::bytea, 'hex') in e.value) > 0
            """;

    /** Where each of these words stands, in any letter case, also inside bytes. */
    List<String> placesOf(Collection<String> words) throws SQLException, IOException {
        var lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        var found = new ArrayList<String>(inTables(lower));
        found.addAll(inFiles(lower.stream().map(word -> word.getBytes(UTF_8)).toList()));
        return found;
    }

    private static List<String> inTables(List<String> words) throws SQLException {
        var found = new ArrayList<String>();
        try (var database = TestDatabase.shared().as("postgres")) {
            var asked = database.createArrayOf("text", words.toArray());
            var tables = new ArrayList<String>();
            try (var rows = database.createStatement().executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var statement = database.prepareStatement(COLUMNS.formatted(table))) {
                    statement.setArray(1, asked);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(table + "." + rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private TreeSet<String> inFiles(List<byte[]> words) throws IOException {
        var found = new TreeSet<String>();
        try (var all = Files.walk(files)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var content = HexFormat.of().formatHex(Files.readAllBytes(file));
                for (var word : words) {
                    if (content.contains(HexFormat.of().formatHex(word))) {
                        found.add("a file holds " + new String(word, UTF_8));
                    }
                }
            }
        }
        return found;
    }
}
