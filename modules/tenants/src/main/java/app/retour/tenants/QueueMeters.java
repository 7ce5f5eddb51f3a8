package app.retour.tenants;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator watches of jobs and account mails: how long the oldest waits, and what was given up. */
@Configuration(proxyBeanMethods = false)
class QueueMeters {
    private static final int MANY_FAILURES = 10;
    private final JdbcClient jdbc;
    private final Clock clock;

    QueueMeters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    MeterBinder queues() {
        return registry -> {
            Gauge.builder("retour.account.mails.queue.age", this::oldestMailSeconds)
                    .description("How long the oldest due mail about an account waits")
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("retour.account.mails.failed", this::failedMails)
                    .description("Mails about accounts given up in the last thirty days (dead letters)")
                    .register(registry);
            Gauge.builder("retour.jobs.queue.age", this::oldestJobSeconds)
                    .description("How long the oldest due job waits")
                    .baseUnit("seconds")
                    .register(registry);
            Gauge.builder("retour.jobs.failing", this::failingJobs)
                    .description("Jobs that failed ten times or more in a row")
                    .register(registry);
        };
    }

    private double oldestMailSeconds() {
        return number("""
                select coalesce(extract(epoch from ?::timestamptz - min(next_try_at)), 0)
                from tenants.account_mail where state = 'QUEUED' and next_try_at <= ?""", now(), now());
    }

    private double failedMails() {
        return number("select count(*) from tenants.account_mail where state = 'FAILED'");
    }

    private double oldestJobSeconds() {
        return number("""
                select coalesce(extract(epoch from ?::timestamptz - min(execution_time)), 0)
                from scheduled_tasks where not picked and execution_time <= ?""", now(), now());
    }

    private double failingJobs() {
        return number("select count(*) from scheduled_tasks where consecutive_failures >= ?", MANY_FAILURES);
    }

    private double number(String sql, Object... given) {
        return jdbc.sql(sql).params(given).query(Double.class).single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
