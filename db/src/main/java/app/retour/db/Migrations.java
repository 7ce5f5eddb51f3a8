package app.retour.db;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database to the schema of this version. The only thing that changes a schema. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what has not run yet.
     *
     * @param connection as {@code retour_owner}; stays open
     * @throws SQLException with the changeset that failed
     */
    public static void run(Connection connection) throws SQLException {
        try {
            Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
                var liquibase = new Liquibase(
                        "db/changelog/db.changelog-master.yaml",
                        new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()),
                        new JdbcConnection(connection));
                liquibase.update(new Contexts(), new LabelExpression());
            });
        } catch (LiquibaseException failed) {
            throw new SQLException("The database could not be migrated: " + failed.getMessage(), failed);
        } catch (Exception failed) {
            throw new SQLException("The database could not be migrated", failed);
        }
    }
}
