package app.retour.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to the schema of this version. The only thing that changes a schema. It may be killed at any moment and
 * run again; of two at once the second waits for the first.
 */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs what has not run yet.
     *
     * @param connection as {@code retour_owner}; stays open
     * @throws SQLException with the changeset that failed
     */
    public static void run(Connection connection) throws SQLException {
        try (var _ = SessionLock.on(connection)) {
            Scope.child(scope(), () -> {
                var changesets = new WholeChangesets(connection);
                var liquibase = new Liquibase(
                        "db/changelog/db.changelog-master.yaml",
                        new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()),
                        changesets);
                liquibase.setChangeExecListener(changesets.listener());
                // Nobody else migrates now: where Liquibase's own lock is held, its holder was killed.
                liquibase.forceReleaseLocks();
                liquibase.update(new Contexts(), new LabelExpression());
            });
        } catch (LiquibaseException failed) {
            throw new SQLException("The database could not be migrated: " + failed.getMessage(), failed);
        } catch (Exception failed) {
            throw new SQLException("The database could not be migrated", failed);
        }
    }

    /** Liquibase since 4.30 tells its maker about each run, over the network, unless it is forbidden to. */
    private static Map<String, Object> scope() {
        return Map.of(Scope.Attr.ui.name(), new LoggerUIService(), AnalyticsArgs.ENABLED.getKey(), false);
    }
}
