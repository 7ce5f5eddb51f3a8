package app.retour.tenants;

import io.github.bucket4j.BucketConfiguration;
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
     * Takes one try of {@code limit} for each {@code per}; they come back evenly. Not inside a transaction: a count must
     * stay when the transaction is undone, and would take a second connection.
     *
     * @param bucket what is counted, for example {@code sign-in}
     * @param key for whom, for example an address
     * @return false when none is left
     */
    public boolean tryTake(String bucket, String key, int limit, Duration per) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Tries are counted before a transaction begins");
        }
        return buckets.getProxy(
                        bucket + ":" + secrets.hash(bucket, key),
                        () -> BucketConfiguration.builder()
                                .addLimit(limits -> limits.capacity(limit).refillGreedy(limit, per))
                                .build())
                .tryConsume(1);
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
