package app.retour.tenants.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** With a pool of one, so that a job asked for over a second connection would hang. */
@RetourTest
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=1")
class JobsTests {
    private static final List<String> DONE = new CopyOnWriteArrayList<>();
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Autowired
    Jobs jobs;

    @Autowired
    TenantJob<Told> note;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aJobRunsAsTheTenantThatAskedForIt() {
        var told = UUID.randomUUID().toString();
        TenantContext.runAs(
                tenant,
                () -> transactions.executeWithoutResult(
                        _ -> jobs.schedule(note, told, new Told(told), clock.instant())));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(DONE).contains(tenant + " " + told));
    }

    @Test
    void aTransactionThatFailsLeavesNoJob() {
        var told = UUID.randomUUID().toString();
        TenantContext.runAs(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    jobs.schedule(note, told, new Told(told), clock.instant());
                    status.setRollbackOnly();
                }));
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                        .param(told)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    record Told(String text) {}

    @TestConfiguration
    static class Noting {
        @Bean
        TenantJob<Told> note() {
            return new TenantJob<>() {
                @Override
                public String name() {
                    return "test.note";
                }

                @Override
                public Class<Told> type() {
                    return Told.class;
                }

                @Override
                public void run(Told told) {
                    DONE.add(TenantContext.current() + " " + told.text());
                }
            };
        }
    }
}
