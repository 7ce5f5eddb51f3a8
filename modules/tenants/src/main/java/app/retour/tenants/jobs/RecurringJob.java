package app.retour.tenants.jobs;

import java.time.Duration;

/** House-keeping that one replica at a time does, again and again, for no tenant: a bean. */
public interface RecurringJob {
    String name();

    /** The pause between the end of one run and the start of the next. */
    Duration pause();

    void run();
}
