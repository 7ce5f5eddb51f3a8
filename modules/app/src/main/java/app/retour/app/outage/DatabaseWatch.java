package app.retour.app.outage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database every second, on a line of its own beside the pool, whether it is there. It is away when it neither
 * answers on that line nor takes a new one, each within a bounded time; then the pool is shut until it answers again. Health
 * reads what is known and waits for nothing.
 */
@Component("database")
class DatabaseWatch implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(250);

    private final GuardedDataSource guard;
    private final HikariDataSource pool;
    private final Duration patience;
    private final Semaphore suspicions = new Semaphore(0);
    private volatile boolean away;
    private final QuietLog quiet = new QuietLog(() -> away);
    private volatile @Nullable Thread thread;
    private @Nullable Connection line;
    private int idleBefore;

    /** @param patience how long an answer may take, in whole seconds; away is told after two of them at the latest */
    DatabaseWatch(DataSource guarded, @Value("${retour.database.patience:1s}") Duration patience) throws SQLException {
        this.guard = guarded.unwrap(GuardedDataSource.class);
        this.pool = guarded.unwrap(HikariDataSource.class);
        this.patience = patience;
    }

    @Override
    public Health health() {
        return away ? Health.down().build() : Health.up().build();
    }

    @Override
    public synchronized void start() {
        guard.onSuspicion(suspicions::release);
        quiet.install();
        // Known before it looks whether it is still the one.
        var watch = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::watch);
        thread = watch;
        watch.start();
    }

    private void watch() {
        var since = System.nanoTime();
        while (thread == Thread.currentThread()) {
            var answers = answers();
            if (!answers && !away) {
                since = System.nanoTime();
                wentAway();
            } else if (answers && away) {
                cameBack(Duration.ofNanos(System.nanoTime() - since));
            }
            try {
                if (suspicions.tryAcquire((away ? PAUSE_WHILE_AWAY : PAUSE).toMillis(), TimeUnit.MILLISECONDS)) {
                    suspicions.drainPermits();
                }
            } catch (InterruptedException stopped) {
                break;
            }
        }
        hangUp();
    }

    private void wentAway() {
        away = true;
        idleBefore = pool.getMinimumIdle() < 0 ? pool.getMaximumPoolSize() : pool.getMinimumIdle();
        // Or the pool tries to fill itself with ever longer pauses, and is still in one when the database is back.
        pool.setMinimumIdle(0);
        guard.shut();
        LOG.error("The database does not answer. Requests are refused with 503 until it does");
    }

    private void cameBack(Duration gone) {
        pool.setMinimumIdle(idleBefore);
        guard.open();
        away = false;
        LOG.warn("The database answers again; it was away for {} s", gone.toSeconds());
    }

    private boolean answers() {
        try {
            var known = line;
            if (known != null && known.isValid(seconds())) {
                return true;
            }
            hangUp();
            line = DriverManager.getConnection(Objects.requireNonNull(pool.getJdbcUrl()), asked());
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private Properties asked() {
        var asked = new Properties();
        asked.putAll(pool.getDataSourceProperties());
        var seconds = String.valueOf(seconds());
        asked.putAll(Map.of(
                "ApplicationName",
                "retour-watch",
                "loginTimeout",
                seconds,
                "connectTimeout",
                seconds,
                "socketTimeout",
                seconds));
        if (pool.getUsername() != null) {
            asked.put("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            asked.put("password", pool.getPassword());
        }
        return asked;
    }

    private int seconds() {
        return (int) Math.max(1, patience.toSeconds());
    }

    private void hangUp() {
        var known = line;
        line = null;
        if (known != null) {
            try {
                known.abort(Runnable::run);
            } catch (SQLException gone) {
                // That is what was wanted.
            }
        }
    }

    @Override
    public synchronized void stop() {
        var last = thread;
        thread = null;
        if (last != null) {
            last.interrupt();
            quiet.remove();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
