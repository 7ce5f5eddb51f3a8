package app.retour.api;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a mutation once for each key of a caller. The key is written in the mutation's own transaction, so both happen or
 * neither does; a second caller with the same key waits for the first to commit. Kept for seven days.
 */
@Component
public class Idempotency {
    private static final int LONGEST_KEY = 200;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    Idempotency(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.json = json;
    }

    /**
     * @param input hashed, never stored; the same key with another input is refused
     * @param remember what to store of the result, usually its id
     * @param recall finds the result again for a repeated call
     * @throws Refusal REQUIRED for a blank key, KEY_REUSED for another input, and whatever the action refuses
     */
    public <T> T once(
            String mutation,
            String key,
            Object input,
            Supplier<T> action,
            Function<T, String> remember,
            Function<String, T> recall) {
        requireKey(key);
        var caller = Caller.current();
        var tenant = caller.requireTenant().value();
        var hash = hash(input);
        return transactions.execute(_ -> {
            var fresh = jdbc.sql("""
                            insert into api.idempotency_key (tenant_id, caller, mutation, key, input_hash)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """)
                            .params(tenant, caller.key(), mutation, key, hash)
                            .update()
                    == 1;
            if (!fresh) {
                return recall.apply(
                        find(tenant, caller.key(), mutation, key, hash).orElseThrow());
            }
            var result = action.get();
            jdbc.sql("""
                            update api.idempotency_key set answer = ?
                            where tenant_id = ? and caller = ? and mutation = ? and key = ?
                            """)
                    .params(remember.apply(result), tenant, caller.key(), mutation, key)
                    .update();
            return result;
        });
    }

    /**
     * The same, for a mutation that has to think first: what it thinks about runs before the transaction, so that no row
     * is held meanwhile, and not at all where the key is known already.
     */
    public <P, T> T oncePrepared(
            String mutation,
            String key,
            Object input,
            Supplier<P> prepare,
            Function<P, T> action,
            Function<T, String> remember,
            Function<String, T> recall) {
        requireKey(key);
        var caller = Caller.current();
        var known = Objects.requireNonNull(
                transactions.execute(_ -> find(caller.requireTenant().value(), caller.key(), mutation, key, hash(input))
                        .map(recall)));
        return known.orElseGet(() -> {
            var prepared = prepare.get();
            return once(mutation, key, input, () -> action.apply(prepared), remember, recall);
        });
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal(
                    key.isBlank() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Give an idempotency key of 1 to 200 characters, a new one for each thing you want done",
                    "idempotencyKey");
        }
    }

    /** The same, for mutations that may be sent without a key: then it runs whenever it is sent. */
    public <T> T onceWhereKeyed(
            String mutation,
            @Nullable String key,
            Object input,
            Supplier<T> action,
            Function<T, String> remember,
            Function<String, T> recall) {
        return key == null ? action.get() : once(mutation, key, input, action, remember, recall);
    }

    /**
     * Forgets keys that are older, of a tenant that must be bound.
     *
     * @return how many
     */
    public int forget(TenantId tenant, Instant before) {
        return Objects.requireNonNull(transactions.execute(
                _ -> jdbc.sql("delete from api.idempotency_key where tenant_id = ? and created_at < ?")
                        .params(tenant.value(), Timestamp.from(before))
                        .update()));
    }

    private Optional<String> find(Object tenant, String caller, String mutation, String key, byte[] hash) {
        var row = jdbc.sql("""
                        select input_hash, answer from api.idempotency_key
                        where tenant_id = ? and caller = ? and mutation = ? and key = ?
                        """)
                .params(tenant, caller, mutation, key)
                .query((found, _) -> new Stored(found.getBytes("input_hash"), found.getString("answer")))
                .optional();
        if (row.isPresent() && !MessageDigest.isEqual(row.get().hash, hash)) {
            throw new Refusal(
                    ErrorCode.KEY_REUSED,
                    "This idempotency key was used with another input; use a new key",
                    "idempotencyKey");
        }
        return row.map(Stored::answer);
    }

    private byte[] hash(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(input));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Stored(byte[] hash, String answer) {}
}
