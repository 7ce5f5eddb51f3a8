package app.retour.tenants.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for is done later, once, as the tenant that asked. */
class AskingForJobsTests {
    private static final Instant LATER = Instant.parse("2026-12-01T12:00:00Z");
    private final SchedulerClient client = mock(SchedulerClient.class);
    private final JsonMapper json = JsonMapper.shared();
    private final Jobs jobs = new Jobs(client, json);
    private final TenantId shop = new TenantId(Ids.next());

    private record Told(UUID order, int pieces) {}

    private static final class Counting implements TenantJob<Told> {
        @Override
        public String name() {
            return "count";
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

    @Test
    void aJobIsToldByItsKeyItsTenantAndWhatItNeeds() {
        when(client.scheduleIfNotExists(any(TaskInstance.class), eq(LATER))).thenReturn(true);
        var told = new Told(Ids.next(), 3);
        assertThat(TenantContext.<Boolean>callAs(shop, () -> jobs.schedule(new Counting(), "order-1", told, LATER)))
                .isTrue();
        verify(client)
                .scheduleIfNotExists(
                        argThat((TaskInstance<String> asked) -> {
                            var order = json.readValue(asked.getData(), Jobs.JobOrder.class);
                            return asked.getTaskName().equals("count")
                                    && asked.getId().equals("order-1")
                                    && order.tenant().equals(shop.toString())
                                    && json.readValue(order.told(), Told.class).equals(told);
                        }),
                        eq(LATER));
    }

    @Test
    void askedForAgainItIsTheSameJob() {
        when(client.scheduleIfNotExists(any(TaskInstance.class), any())).thenReturn(false);
        assertThat(TenantContext.<Boolean>callAs(
                        shop, () -> jobs.schedule(new Counting(), "order-1", new Told(Ids.next(), 3), LATER)))
                .isFalse();
    }

    @Test
    void aJobOfNobodyIsNotAskedFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> jobs.schedule(new Counting(), "order-1", new Told(Ids.next(), 3), LATER));
        verifyNoInteractions(client);
    }

    @Test
    void whatHasNotBegunIsTakenBackAndWhatIsNotThereIsLeft() {
        var instance = new TaskInstance<>("count", "order-1");
        when(client.getScheduledExecution(instance)).thenReturn(Optional.of(mock()));
        jobs.drop(new Counting(), "order-1");
        verify(client).cancel(instance);
        jobs.drop(new Counting(), "order-2");
        verify(client, never()).cancel(new TaskInstance<>("count", "order-2"));
    }
}
