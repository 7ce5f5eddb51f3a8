package app.retour.mail.queue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs this replica's workers, one for each queue. No recurring jobs, on purpose: a job that died with its replica would keep
 * the mail waiting until its death is noticed.
 */
@Component
class QueueWorkers implements SmartLifecycle {
    private final ObjectProvider<MailQueue> queues;
    private final List<QueueWorker> running = new ArrayList<>();

    QueueWorkers(ObjectProvider<MailQueue> queues) {
        this.queues = queues;
    }

    @Override
    public synchronized void start() {
        if (running.isEmpty()) {
            queues.stream().filter(MailQueue::isEnabled).map(QueueWorker::new).forEach(running::add);
            running.forEach(QueueWorker::start);
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(QueueWorker::tellToStop);
        running.forEach(QueueWorker::awaitEnd);
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
