package app.retour.tenants.secrets;

import app.retour.tenants.jobs.RecurringJob;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, shared by all replicas in PostgreSQL, sealed. The newest signs; each is renewed after
 * thirty days and kept for one day more, longer than any token lives.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, RecurringJob {
    static final String PURPOSE = "signing key";
    private static final Duration RENEWED_AFTER = Duration.ofDays(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(31);
    private static final Duration CACHED = Duration.ofMinutes(1);
    /** An unknown key is looked for again, but not for every forged token. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private volatile @Nullable Known known;

    private record Known(JWKSet keys, Instant at) {}

    SigningKeys(JdbcClient jdbc, Secrets secrets, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Bean
    static SealedColumn sealedSigningKeys() {
        return SealedColumn.ofNobody("tenants.signing_key", "sealed", PURPOSE);
    }

    /** Newest first. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var found = selector.select(keys(CACHED));
        return found.isEmpty() ? selector.select(keys(AGAIN)) : found;
    }

    @Override
    public String name() {
        return "tenants-renew-signing-keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        renew();
    }

    private JWKSet keys(Duration freshness) {
        var seen = known;
        var now = clock.instant();
        if (seen == null || Duration.between(seen.at, now).abs().compareTo(freshness) > 0) {
            seen = new Known(load(), now);
            if (seen.keys.isEmpty()) {
                renew();
                seen = new Known(load(), now);
            }
            known = seen;
        }
        return seen.keys;
    }

    private JWKSet load() {
        return new JWKSet(jdbc.sql("select sealed from tenants.signing_key order by created_at desc, id")
                .query((row, _) -> parsed(secrets.openText(PURPOSE, row.getBytes(1))))
                .list());
    }

    /** Under a lock, so that replicas that start together make one key. */
    private void renew() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(7305811)")
                    .query((_, _) -> true)
                    .list();
            var now = clock.instant();
            jdbc.sql("delete from tenants.signing_key where created_at < ?")
                    .param(Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                    .update();
            var fresh = jdbc.sql("select count(*) from tenants.signing_key where created_at > ?")
                    .param(Timestamp.from(now.minus(RENEWED_AFTER)))
                    .query(Long.class)
                    .single();
            if (fresh == 0) {
                var id = UUID.randomUUID().toString();
                jdbc.sql("insert into tenants.signing_key (id, sealed, created_at) values (?, ?, ?)")
                        .params(id, secrets.seal(PURPOSE, made(id)), Timestamp.from(now))
                        .update();
            }
        });
    }

    private static String made(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWK parsed(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException impossible) {
            throw new IllegalStateException("A signing key in the database is not one", impossible);
        }
    }
}
