package app.retour.tenants.secrets;

import app.retour.kernel.MasterKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Kept sealed in the database, where the first start puts it. Where there was a database before, it is the one that was derived
 * of the master key until then.
 */
@Component
class StoredHashingKey implements HashingKey, SmartInitializingSingleton {
    static final String PURPOSE = "hashing key";
    private static final int LENGTH = 32;
    private final JdbcClient jdbc;
    private final EnvelopeEncryption envelopes;
    private final MasterKeys masterKeys;
    private final TransactionTemplate apart;
    private volatile byte @Nullable [] known;

    StoredHashingKey(
            JdbcClient jdbc,
            EnvelopeEncryption envelopes,
            @Value("${retour.master-key}") String masterKey,
            @Value("${retour.other-master-keys:}") String others,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.envelopes = envelopes;
        this.masterKeys = MasterKeys.of(masterKey, others);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Bean
    static SealedColumn sealedHashingKey() {
        return SealedColumn.ofNobody("tenants.hashing_key", "sealed", PURPOSE);
    }

    /** At the start, so that no request waits for it, and a master key that opens nothing is seen before the first one. */
    @Override
    public void afterSingletonsInstantiated() {
        bytes();
    }

    @Override
    public byte[] bytes() {
        var seen = known;
        if (seen == null) {
            seen = stored().orElseGet(this::made);
            known = seen;
        }
        return seen;
    }

    private Optional<byte[]> stored() {
        return jdbc.sql("select sealed from tenants.hashing_key")
                .query((row, _) -> envelopes.open(PURPOSE, row.getBytes(1)))
                .optional();
    }

    /** Of replicas that start together, the first one's is everybody's. */
    private byte[] made() {
        apart.executeWithoutResult(_ -> jdbc.sql(
                        "insert into tenants.hashing_key (id, sealed) values (1, ?) on conflict do nothing")
                .param(envelopes.seal(PURPOSE, ofBefore().orElseGet(() -> Secrets.random(LENGTH))))
                .update());
        return stored().orElseThrow();
    }

    /** The oldest signing key tells under which master key a database was used before it kept this one. */
    private Optional<byte[]> ofBefore() {
        return jdbc.sql("select sealed from tenants.signing_key order by created_at, id limit 1")
                .query((row, _) -> envelopes.keyOf(SigningKeys.PURPOSE, row.getBytes(1)))
                .optional()
                .map(masterKeys.derived("retour hashes")::get);
    }
}
