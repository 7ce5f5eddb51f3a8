package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.RetourApplication;
import app.retour.app.ParkedPublications;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.TenantContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.Timestamp;
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
    private final TestDatabase database = TestDatabase.shared().apart("replicas");
    private List<ConfigurableApplicationContext> replicas = List.of();

    @BeforeAll
    void start() {
        CLOCK.setTo(CLOCK.instant());
        var settings = TestProperties.all();
        settings.put("spring.datasource.url", database.url());
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

    /** As the staleness check leaves it, when the process died before anybody heard: nobody has counted yet. */
    @Test
    void whatNobodyHeardYetIsGivenAfterTheFirstPause() {
        var word = publish("twice");
        jdbc().sql("update event_publication set completion_attempts = null where serialized_event like ?")
                .param("%" + word + "%")
                .update();
        CLOCK.advance(Duration.ofSeconds(6));
        both();
        awaitHeard(word, 2);
    }

    @Test
    void thePausesGrowAndOneDayItIsGivenUpVisibly() {
        var word = publish("never");
        var parkedBefore = measured("retour.publications.parked");
        for (var attempt = 2; attempt <= 15; attempt++) {
            both();
            assertThat(heard(word)).as("before the pause is over").isEqualTo(attempt - 1);
            CLOCK.advance(
                    Duration.ofSeconds(Math.min(3_600, 5L << (attempt - 1))).plusSeconds(1));
            both();
            awaitHeard(word, attempt);
            if (attempt < 15) {
                awaitFailed(word);
            }
        }
        // One of the runs at the same time may have parked it already.
        await().atMost(Duration.ofMinutes(3))
                .until(() -> count(word, "and status = 'FAILED'") == 1 || publications(word) == 0);
        CLOCK.advance(Duration.ofDays(1));
        both();
        both();
        assertThat(heard(word)).as("fifteen times and no more").isEqualTo(15);
        assertThat(publications(word)).as("out of the way of the others").isZero();
        assertThat(reason(word)).contains("Listener").contains("failed it 15 times");
        assertThat(measured("retour.publications.parked")).isEqualTo(parkedBefore + 1);

        parked().retry(idOfParked(word));
        CLOCK.advance(Duration.ofSeconds(11));
        both();
        awaitHeard(word, 16);
        awaitFailed(word);
    }

    @Test
    void whatCannotBeReadIsParkedAndHoldsNobodyUp() throws SQLException {
        var word = publish("twice");
        var torn = before(word, "'{\"word\": \"torn', event_type");
        var unknown = before(word, "serialized_event, 'app.retour.returns.GoneForGood'");
        CLOCK.advance(Duration.ofSeconds(11));
        both();
        awaitHeard(word, 2);
        await().atMost(Duration.ofMinutes(3)).until(() -> publications(word) == 0);
        assertThat(parked().all())
                .anySatisfy(each -> {
                    assertThat(each.id()).isEqualTo(torn);
                    assertThat(each.reason()).startsWith("Cannot be read as " + Said.class.getName());
                })
                .anySatisfy(each -> {
                    assertThat(each.id()).isEqualTo(unknown);
                    assertThat(each.reason()).contains("is called app.retour.returns.GoneForGood");
                });

        try (var operator = database.as("postgres");
                var correct = operator.prepareStatement("update parked_publication set event_type = ? where id = ?")) {
            correct.setString(1, Said.class.getName());
            correct.setObject(2, unknown);
            correct.executeUpdate();
        }
        assertThat(parked().retry(unknown)).isEqualTo(1);
        CLOCK.advance(Duration.ofSeconds(11));
        both();
        awaitHeard(word, 3);
    }

    @Test
    void thoseThatWaitForTheirPauseDoNotHideTheOthers() {
        var word = publish("twice");
        for (var i = 0; i < 150; i++) {
            before(word, "'{\"word\": \"never mind\"}', event_type");
        }
        jdbc().sql(
                        "update event_publication set completion_attempts = 12, last_resubmission_date = ? where serialized_event"
                                + " like '%never mind%'")
                .param(Timestamp.from(CLOCK.instant()))
                .update();
        CLOCK.advance(Duration.ofSeconds(11));
        both();
        awaitHeard(word, 2);
        jdbc().sql("delete from event_publication where serialized_event like '%never mind%'")
                .update();
    }

    /** One that failed an hour before this one, and differs from it. */
    private UUID before(String word, String columns) {
        var id = UUID.randomUUID();
        jdbc().sql(
                        "insert into event_publication (id, serialized_event, event_type, listener_id, publication_date, status,"
                                + " completion_attempts) select :id, "
                                + columns
                                + ", listener_id, publication_date - interval '1 hour', 'FAILED', 1 from event_publication"
                                + " where serialized_event like :word")
                .param("id", id)
                .param("word", "%" + word + "%")
                .update();
        return id;
    }

    private ParkedPublications parked() {
        return replicas.getFirst().getBean(ParkedPublications.class);
    }

    private String reason(String word) {
        return jdbc().sql("select reason from parked_publication where serialized_event like ?")
                .param("%" + word + "%")
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private UUID idOfParked(String word) {
        return jdbc().sql("select id from parked_publication where serialized_event like ?")
                .param("%" + word + "%")
                .query(UUID.class)
                .single();
    }

    /** Until its listener failed it for the first time. */
    private String publish(String mood) {
        var word = mood + " " + UUID.randomUUID();
        var replica = replicas.getFirst();
        TenantContext.runAs(
                tenant,
                () -> new TransactionTemplate(replica.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> replica.publishEvent(new Said(tenant, word, Map.of(tenant, word)))));
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
        return jdbc().sql("select count(*) from event_publication where serialized_event like ? " + which)
                .param("%" + word + "%")
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc() {
        return replicas.getFirst().getBean(JdbcClient.class);
    }

    private double measured(String name) {
        return replicas.getLast().getBean(MeterRegistry.class).get(name).gauge().value();
    }

    /** A map by id, since one of the house's events has one and a dead process's are read back from the table. */
    record Said(TenantId tenant, String word, Map<TenantId, String> by) implements TenantEvent {}

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
