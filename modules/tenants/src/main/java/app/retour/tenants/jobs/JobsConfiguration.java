package app.retour.tenants.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

/** The house's queue of jobs, on db-scheduler. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final int THREADS = 4;

    /** Through the transaction of the moment: a second connection would commit on its own. */
    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(new TextSerializer())
                .build();
    }

    /** @param heartbeat what missed six of them is dead, and its jobs are another's */
    @Bean
    SmartLifecycle jobScheduler(
            DataSource dataSource,
            JsonMapper json,
            ObjectProvider<TenantJob<?>> tenantJobs,
            ObjectProvider<RecurringJob> recurringJobs,
            @Value("${retour.jobs.poll-every:500ms}") Duration pollEvery,
            @Value("${retour.jobs.heartbeat:20s}") Duration heartbeat,
            @Value("${retour.jobs.enabled:true}") boolean enabled) {
        return new RunningJobs(
                () -> {
                    List<Task<?>> known = new ArrayList<>(
                            tenantJobs.stream().map(job -> oneTime(job, json)).toList());
                    List<RecurringTask<Void>> recurring = recurringJobs.stream()
                            .map(JobsConfiguration::recurring)
                            .toList();
                    return Scheduler.create(dataSource, known)
                            .startTasks(recurring)
                            .serializer(new TextSerializer())
                            .threads(THREADS)
                            .executorService(Executors.newFixedThreadPool(
                                    THREADS, Thread.ofVirtual().name("job-", 0).factory()))
                            .pollingInterval(pollEvery)
                            .heartbeatInterval(heartbeat)
                            .shutdownMaxWait(Duration.ofSeconds(20))
                            .build();
                },
                enabled);
    }

    private static <T> Task<String> oneTime(TenantJob<T> job, JsonMapper json) {
        return Tasks.oneTime(job.name(), String.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 1.5))
                .execute((instance, _) -> {
                    var order = json.readValue(instance.getData(), Jobs.JobOrder.class);
                    TenantContext.runAs(
                            TenantId.of(order.tenant()), () -> job.run(json.readValue(order.told(), job.type())));
                });
    }

    private static RecurringTask<Void> recurring(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((_, _) -> job.run());
    }

    private static final class RunningJobs implements SmartLifecycle {
        private final java.util.function.Supplier<Scheduler> factory;
        private final boolean enabled;
        private volatile @org.jspecify.annotations.Nullable Scheduler scheduler;

        RunningJobs(java.util.function.Supplier<Scheduler> factory, boolean enabled) {
            this.factory = factory;
            this.enabled = enabled;
        }

        @Override
        public void start() {
            if (enabled) {
                var started = factory.get();
                started.start();
                scheduler = started;
            }
        }

        @Override
        public void stop() {
            var running = scheduler;
            if (running != null) {
                running.stop();
                scheduler = null;
            }
        }

        @Override
        public boolean isRunning() {
            return scheduler != null;
        }
    }

    private static final class TextSerializer implements Serializer {
        @Override
        public byte[] serialize(@org.jspecify.annotations.Nullable Object data) {
            return data == null ? new byte[0] : data.toString().getBytes(UTF_8);
        }

        @Override
        @SuppressWarnings("NullAway") // db-scheduler gives and takes null for a job that is told nothing
        public <T> T deserialize(Class<T> type, byte[] data) {
            return data == null || data.length == 0 || type != String.class ? null : type.cast(new String(data, UTF_8));
        }
    }
}
