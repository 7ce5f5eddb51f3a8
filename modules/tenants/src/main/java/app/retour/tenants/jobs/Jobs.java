package app.retour.tenants.jobs;

import app.retour.tenants.tenancy.TenantContext;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks for work to be done later. Asked inside a transaction, the job exists if and only if that commits. */
@Component
public class Jobs {
    private final SchedulerClient client;
    private final JsonMapper json;

    Jobs(SchedulerClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /**
     * Asks for a job as the tenant of the moment. Asking again with the same key before it ran changes nothing.
     *
     * @param key tells this job from others of its kind, over all tenants; usually an id
     * @return false when it was already asked for
     */
    public <T> boolean schedule(TenantJob<T> job, String key, T told, Instant at) {
        var order = json.writeValueAsString(
                new JobOrder(TenantContext.current().toString(), json.writeValueAsString(told)));
        return client.scheduleIfNotExists(new TaskInstance<>(job.name(), key, order), at);
    }

    /** Takes back what {@link #schedule} asked for, if it has not begun. */
    public void drop(TenantJob<?> job, String key) {
        var instance = new TaskInstance<>(job.name(), key);
        if (client.getScheduledExecution(instance).isPresent()) {
            client.cancel(instance);
        }
    }

    record JobOrder(String tenant, String told) {}
}
