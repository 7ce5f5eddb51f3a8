package app.retour.tenants.jobs;

/**
 * Work for one tenant that is done later, outside the request: a bean. It runs as the tenant it was asked for, without a
 * transaction, at least once; a failure is tried again with growing pauses.
 *
 * @param <T> what the job is told; a record of ids and values that JSON can carry, without personal data
 */
public interface TenantJob<T> {
    /** Stored with waiting jobs: renaming it strands them. */
    String name();

    Class<T> type();

    void run(T told);
}
