package app.retour.notifications;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs this replica's dispatcher: at once when nudged, else every second or so. Not a recurring job, on purpose: the
 * ledger is its own queue, and a job that died with its replica would keep the mail waiting until its death is noticed.
 */
@Component
class DispatcherLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherLoop.class);
    private final Dispatcher dispatcher;
    private final DispatcherWakeUp nudge;
    private final NotificationSettings settings;
    private volatile boolean running;
    private @Nullable Thread thread;

    DispatcherLoop(Dispatcher dispatcher, DispatcherWakeUp nudge, NotificationSettings settings) {
        this.dispatcher = dispatcher;
        this.nudge = nudge;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (settings.enabled() && !running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("mail-dispatcher").start(this::loop);
        }
    }

    private void loop() {
        while (running) {
            try {
                if (!dispatched()) {
                    nudge.await(settings.pollEvery());
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean dispatched() {
        try {
            return dispatcher.dispatch(() -> running);
        } catch (RuntimeException broken) {
            LOG.warn("The dispatcher stumbled and goes on", broken);
            return false;
        }
    }

    /** Lets the mail that is under way finish, so that its outcome is known. */
    @Override
    public synchronized void stop() {
        running = false;
        nudge.now();
        var last = thread;
        thread = null;
        if (last != null) {
            try {
                last.join(settings.lease());
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
