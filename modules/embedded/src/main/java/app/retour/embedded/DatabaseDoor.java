package app.retour.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who the embedded PostgreSQL lets in: whoever knows the password, from this machine. A folder of before let in anybody here
 * without one; it is closed once, when its server has started.
 *
 * @param rules PostgreSQL's own file of them, {@code pg_hba.conf}
 */
record DatabaseDoor(Path rules) {
    private static final String HEAD = "# Written by Retour. Passwords are in database.password beside this folder.\n";
    private static final String FROM_HERE = """
            local all all %1$s
            host all all 127.0.0.1/32 %1$s
            host all all ::1/128 %1$s
            """;

    static DatabaseDoor of(Path data) {
        return new DatabaseDoor(data.resolve("pg_hba.conf"));
    }

    /** For a server whose password nobody knows, before it starts: whoever owns its folder owns it. */
    void openForOwner() throws IOException {
        if (Files.exists(rules)) {
            Files.writeString(rules, HEAD + FROM_HERE.formatted("trust"));
        }
    }

    boolean isOpen() throws IOException {
        return Files.readAllLines(rules).stream()
                .map(String::strip)
                .anyMatch(line -> !line.startsWith("#") && line.endsWith("trust"));
    }

    /** From now on only with the password. In this order, so that a start that is cut off between leaves a way in. */
    void close(Connection admin, String password) throws SQLException, IOException {
        setPassword(admin, "postgres", password);
        Files.writeString(rules, HEAD + FROM_HERE.formatted("scram-sha-256"));
        try (var statement = admin.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    /** @param role one of ours, never anybody's input */
    static void setPassword(Connection admin, String role, String password) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute("set password_encryption = 'scram-sha-256'");
            statement.execute("alter role %s password '%s'".formatted(role, password.replace("'", "''")));
        }
    }
}
