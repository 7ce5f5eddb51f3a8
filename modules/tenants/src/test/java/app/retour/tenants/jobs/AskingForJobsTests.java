package app.retour.tenants.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for is done later, once, as the tenant that asked. */
@RetourTest
class AskingForJobsTests {
    private static final Instant LATER = Instant.parse("2099-12-01T12:00:00Z");
    private final TenantId shop = new TenantId(Ids.next());

    @Autowired
    Jobs jobs;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private record Told(UUID order, int pieces) {}

    private record Counting() implements TenantJob<Told> {
        @Override
        public String name() {
            return "test.count";
        }

        @Override
        public Class<Told> type() {
            return Told.class;
        }

        @Override
        public void run(Told told) {
            throw new AssertionError("Not now");
        }
    }

    private record Waiting(String key, String tenant, Told told, Instant at) {}

    private List<Waiting> waiting() {
        return jdbc.sql("""
                        select task_instance, task_data, execution_time from scheduled_tasks
                        where task_name = 'test.count' order by task_instance
                        """)
                .query((row, _) -> {
                    var order = json.readValue(new String(row.getBytes(2), UTF_8), Jobs.JobOrder.class);
                    return new Waiting(
                            row.getString(1),
                            order.tenant(),
                            json.readValue(order.told(), Told.class),
                            row.getTimestamp(3).toInstant());
                })
                .list();
    }

    private boolean ask(String key, Told told, Instant at) {
        return TenantContext.callAs(shop, () -> jobs.schedule(new Counting(), key, told, at));
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from scheduled_tasks where task_name = 'test.count'").update();
    }

    @Test
    void aJobIsToldByItsKeyItsTenantAndWhatItNeeds() {
        var told = new Told(Ids.next(), 3);
        assertThat(ask("order-1", told, LATER)).isTrue();
        assertThat(waiting()).containsExactly(new Waiting("order-1", shop.toString(), told, LATER));
    }

    @Test
    void askedForAgainItIsTheSameJob() {
        var told = new Told(Ids.next(), 3);
        ask("order-1", told, LATER);
        assertThat(ask("order-1", new Told(Ids.next(), 4), LATER.plus(Duration.ofDays(1))))
                .isFalse();
        assertThat(waiting()).containsExactly(new Waiting("order-1", shop.toString(), told, LATER));
        assertThat(ask("order-2", told, LATER)).as("of another key").isTrue();
    }

    @Test
    void aJobOfNobodyIsNotAskedFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> jobs.schedule(new Counting(), "order-1", new Told(Ids.next(), 3), LATER));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatHasNotBegunIsTakenBackAndWhatIsNotThereIsLeft() {
        ask("order-1", new Told(Ids.next(), 1), LATER);
        ask("order-2", new Told(Ids.next(), 2), LATER);
        jobs.drop(new Counting(), "order-1");
        jobs.drop(new Counting(), "order-3");
        assertThat(waiting()).extracting(Waiting::key).containsExactly("order-2");
    }
}
