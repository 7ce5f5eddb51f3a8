package app.retour.api;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * The one id by which a request is found: it stands in its logs, in its answer's header, and in every error that a person
 * sees, whoever writes it.
 */
public final class CorrelationId {
    /** Its name in logs and in errors. */
    public static final String KEY = "correlationId";
    /** The tenant's name in logs. */
    public static final String TENANT = "tenant";

    private CorrelationId() {}

    /** The id of this thread's request; outside of one, for example in a job, a new one. */
    public static String current() {
        var id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** What a handler leaves to other threads, a subscription for one, speaks of the same request. */
    static void followOntoHandlers() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(KEY, TENANT));
    }
}
