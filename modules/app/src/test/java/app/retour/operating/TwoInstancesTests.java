package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.RetourApplication;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import app.retour.tenants.RecurringJob;
import app.retour.tenants.TenantContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.TestClock;
import retour.testkit.TestDatabase;
import retour.testkit.TestProperties;

/** Two replicas on one database give a failed event to its listener again: once a pause, and not for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTests {
    private static final TestClock CLOCK = new TestClock();
    private static final Map<String, AtomicInteger> HEARD = new ConcurrentHashMap<>();
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private List<ConfigurableApplicationContext> replicas = List.of();

    @BeforeAll
    void start() {
        CLOCK.setTo(CLOCK.instant());
        var settings = TestProperties.all();
        settings.put(
                "spring.datasource.url", TestDatabase.shared().apart("replicas").url());
        settings.put("server.port", "0");
        settings.put("logging.structured.format.console", "");
        // The house's scheduler lets one replica at a time do this; here both do it at once, which is harder.
        settings.put("retour.jobs.enabled", "false");
        settings.put("retour.notifications.enabled", "false");
        var given = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        replicas = IntStream.range(0, 2)
                .mapToObj(_ -> new SpringApplicationBuilder(RetourApplication.class, Ears.class).run(given))
                .toList();
    }

    @AfterAll
    void stop() {
        replicas.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aFailedEventIsGivenAgainOnceAPauseByWhicheverReplica() {
        var word = publish("twice");
        both();
        assertThat(heard(word)).as("the pause is not over").isEqualTo(1);
        CLOCK.advance(Duration.ofSeconds(11));
        both();
        awaitHeard(word, 2);
        await().atMost(Duration.ofMinutes(3)).until(() -> publications(word) == 0);
        CLOCK.advance(Duration.ofHours(2));
        both();
        assertThat(heard(word)).as("it was heard; nobody says it again").isEqualTo(2);
    }

    @Test
    void thePausesGrowAndOneDayItIsGivenUpVisibly() {
        var word = publish("never");
        var failedBefore = measured("retour.publications.given.up");
        for (var attempt = 2; attempt <= 15; attempt++) {
            both();
            assertThat(heard(word)).as("before the pause is over").isEqualTo(attempt - 1);
            CLOCK.advance(
                    Duration.ofSeconds(Math.min(3_600, 5L << (attempt - 1))).plusSeconds(1));
            both();
            awaitHeard(word, attempt);
            awaitFailed(word);
        }
        CLOCK.advance(Duration.ofDays(1));
        both();
        both();
        assertThat(heard(word)).as("fifteen times and no more").isEqualTo(15);
        assertThat(publications(word)).isEqualTo(1);
        assertThat(measured("retour.publications.given.up")).isEqualTo(failedBefore + 1);
        CLOCK.advance(Duration.ofDays(90));
        both();
        assertThat(publications(word)).as("kept for ninety days").isZero();
    }

    /** Until its listener failed it for the first time. */
    private String publish(String mood) {
        var word = mood + " " + UUID.randomUUID();
        var replica = replicas.getFirst();
        TenantContext.runAs(
                tenant,
                () -> new TransactionTemplate(replica.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> replica.publishEvent(new Said(tenant, word))));
        awaitHeard(word, 1);
        awaitFailed(word);
        return word;
    }

    /** Both replicas at the same time, and time enough for a second telling to show. */
    private void both() {
        Stream.concat(replicas.stream(), replicas.stream())
                .map(replica ->
                        CompletableFuture.runAsync(() -> replica.getBeansOfType(RecurringJob.class).values().stream()
                                .filter(job -> job.name().equals("app.resubmit-failed-publications"))
                                .forEach(RecurringJob::run)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void awaitHeard(String word, int times) {
        await().atMost(Duration.ofMinutes(3))
                .during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(heard(word)).isEqualTo(times));
    }

    private void awaitFailed(String word) {
        await().atMost(Duration.ofMinutes(3)).until(() -> count(word, "and status = 'FAILED'") == 1);
    }

    private static int heard(String word) {
        return HEARD.getOrDefault(word, new AtomicInteger()).get();
    }

    private long publications(String word) {
        return count(word, "");
    }

    private long count(String word, String which) {
        return replicas.getFirst()
                .getBean(JdbcClient.class)
                .sql("select count(*) from event_publication where serialized_event like ? " + which)
                .param("%" + word + "%")
                .query(Long.class)
                .single();
    }

    private double measured(String name) {
        return replicas.getLast().getBean(MeterRegistry.class).get(name).gauge().value();
    }

    record Said(TenantId tenant, String word) implements TenantEvent {}

    /** Not found by any scan: given to the two replicas only. */
    static class Ears {
        @Bean
        @Primary
        TestClock testClock() {
            return CLOCK;
        }

        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    static class Listener {
        @ApplicationModuleListener
        void on(Said said) {
            var times =
                    HEARD.computeIfAbsent(said.word(), _ -> new AtomicInteger()).incrementAndGet();
            if (said.word().startsWith("never") || times == 1) {
                throw new IllegalStateException("Not heard well: " + said.word());
            }
        }
    }
}
