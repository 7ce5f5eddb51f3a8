package app.retour.db;

import java.sql.Connection;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * A changeset and the note that it ran are committed together. Liquibase 4.33 commits the one and then the other: a process
 * that is killed in between leaves a database that no later migration gets past (seen 2026-11-30).
 */
final class WholeChangesets extends JdbcConnection {
    private boolean inTheMiddle;

    WholeChangesets(Connection connection) {
        super(connection);
    }

    @Override
    public void commit() throws DatabaseException {
        if (!inTheMiddle) {
            super.commit();
        }
    }

    /** Told where each changeset begins, and that it ended when it is noted. */
    AbstractChangeExecListener listener() {
        return new AbstractChangeExecListener() {
            @Override
            public void willRun(
                    ChangeSet one, DatabaseChangeLog changelog, Database database, ChangeSet.RunStatus status) {
                inTheMiddle = true;
            }

            @Override
            public void ran(ChangeSet one, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType how) {
                inTheMiddle = false;
                try {
                    commit();
                } catch (DatabaseException broken) {
                    throw new IllegalStateException(one.getId() + " could not be committed", broken);
                }
            }

            @Override
            public void runFailed(ChangeSet one, DatabaseChangeLog changelog, Database database, Exception failure) {
                inTheMiddle = false;
            }
        };
    }
}
