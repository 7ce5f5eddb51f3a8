package app.retour.tenants;

import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.secrets.Secrets;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts tries over all replicas, in PostgreSQL. Keys are kept as keyed hashes, so that no address is stored. */
@Component
public class Throttle implements RecurringJob {
    private static final int CLEANED_AT_ONCE = 1_000;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final Secrets secrets;

    Throttle(DataSource dataSource, Secrets secrets) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("tenants.bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        this.secrets = secrets;
    }

    /**
     * So many tries within so long; they come back evenly.
     *
     * @param bucket what is counted, for example {@code sign-in}
     */
    public record Limit(String bucket, int tries, Duration per) {}

    /**
     * Takes one try. Not inside a transaction: a count must stay when the transaction is undone, and would take a second
     * connection.
     *
     * @param key for whom, for example an address
     * @return false when none is left
     */
    public boolean tryTake(Limit limit, String key) {
        return takeUpTo(limit, key, 1) == 1;
    }

    /** As {@link #tryTake(Limit, String)}. */
    public boolean tryTake(String bucket, String key, int tries, Duration per) {
        return tryTake(new Limit(bucket, tries, per), key);
    }

    /** @return how many were left of those wanted, all of them taken */
    public int takeUpTo(Limit limit, String key, int wanted) {
        requireNoTransaction();
        return (int) proxy(limit, key).tryConsumeAsMuchAsPossible(wanted);
    }

    /**
     * Gives tries back that turned out not to count. Taken before and given back after, never counted afterwards, or many at
     * once would all find one left.
     */
    public void giveBack(Limit limit, String key, int tries) {
        requireNoTransaction();
        if (tries > 0) {
            proxy(limit, key).addTokens(tries);
        }
    }

    /** As if nobody had tried. */
    public void forget(Limit limit, String key) {
        requireNoTransaction();
        buckets.removeProxy(id(limit, key));
    }

    private BucketProxy proxy(Limit limit, String key) {
        return buckets.getProxy(
                id(limit, key),
                () -> BucketConfiguration.builder()
                        .addLimit(limits -> limits.capacity(limit.tries).refillGreedy(limit.tries, limit.per))
                        .build());
    }

    /** With the number of tries, since a bucket keeps those that it was made with. */
    private String id(Limit limit, String key) {
        return "%s/%d:%s".formatted(limit.bucket, limit.tries, secrets.hash(limit.bucket, key));
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Tries are counted before a transaction begins");
        }
    }

    @Override
    public String name() {
        return "tenants-clean-buckets";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        while (buckets.removeExpired(CLEANED_AT_ONCE) == CLEANED_AT_ONCE) {
            // Until a round finds fewer than it may take.
        }
    }
}
