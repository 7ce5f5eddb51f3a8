package app.retour.rules.trials;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.kernel.UnknownId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells those who watch a back-test how far it is. However many watch, a replica looks at one back-test once a beat and
 * tells them all; between two beats nobody holds a thread or a database connection. Whichever replica runs the test, all
 * of them see it move.
 */
@Component
public class BackTestProgress implements DisposableBean {
    private static final Duration BEAT = Duration.ofMillis(500);

    /** Rights are checked when somebody begins to watch: nobody watches longer than this on one check. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_WATCHERS = 50;

    private final BackTests tests;
    private final ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler threads = Schedulers.fromExecutorService(lookers);
    private final Map<Watched, Flux<BackTest>> watched = new ConcurrentHashMap<>();
    private final Map<TenantId, Semaphore> places = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    BackTestProgress(BackTests tests) {
        this.tests = tests;
    }

    private record Watched(TenantId tenant, BackTestId test) {}

    /**
     * The back-test as it stands now, then after each change; ends when it has ended. Of this thread's tenant.
     *
     * @throws Refusal NOT_FOUND; THROTTLED while too many of the tenant watch already
     */
    public Flux<BackTest> of(BackTestId id) {
        var key = new Watched(TenantContext.current(), id);
        if (tests.find(id).isEmpty()) {
            throw new UnknownId(id.value(), "There is no such back-test");
        }
        var free = places.computeIfAbsent(key.tenant, _ -> new Semaphore(MOST_WATCHERS));
        return Flux.defer(() -> {
            if (!free.tryAcquire()) {
                throw new Refusal(ErrorCode.THROTTLED, "Too many are watching; ask for backTest every second instead");
            }
            return watched.computeIfAbsent(key, this::beats)
                    .take(LONGEST)
                    .takeUntilOther(closing.asMono())
                    .doFinally(_ -> free.release());
        });
    }

    /** How many back-tests are being looked at for somebody. */
    int watchedNow() {
        return watched.size();
    }

    private Flux<BackTest> beats(Watched key) {
        return Mono.fromCallable(() -> TenantContext.callAs(key.tenant, () -> tests.find(key.test)))
                .subscribeOn(threads)
                .flatMap(Mono::justOrEmpty)
                .repeatWhen(looked -> looked.delayElements(BEAT))
                .distinctUntilChanged()
                .takeUntil(test -> test.endedAt() != null)
                .doFinally(_ -> watched.remove(key))
                .replay(1)
                .refCount();
    }

    /** Before the server waits for its last requests: who still watches would keep it from closing. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closing.tryEmitEmpty();
    }

    @Override
    public void destroy() {
        threads.dispose();
        lookers.shutdownNow();
    }
}
