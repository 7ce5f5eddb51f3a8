package app.retour.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;

/** Starts the database of a data folder in a process whose environment a test chooses, and tells what it reads there. */
class StartedDatabase {
    private StartedDatabase() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = Database.start(DataFolder.claim(Path.of(arguments[0])));
                var connection = DriverManager.getConnection(database.url(), "retour_app", database.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select lower('\u00d6ZLEM') = '\u00f6zlem'")) {
            answer.next();
            System.out.println("knows letters: " + answer.getBoolean(1));
        }
    }
}
