package app.retour.rules.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.TenantId;
import app.retour.kernel.UnknownId;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the policy to judge by. A tenant that never published anything has version 0, the empty policy; its row is
 * written when the first decision needs it, and its id follows from the tenant's, so that replicas agree.
 */
@Component
public class LivePolicy {
    private static final CompiledPolicy EMPTY = CompiledPolicy.of(Policy.empty());
    /** Rules that stay compiled, of all tenants together; at some 5 kB a rule about half a gigabyte when full. */
    private static final long MOST_RULES_KEPT = 100_000;

    private final Cache<Key, Versioned> versions = Caffeine.newBuilder()
            .maximumWeight(MOST_RULES_KEPT)
            .weigher((Key _, Versioned version) -> 1 + version.policy().rules().size())
            .build();
    private final StoredVersions published;
    private final CustomFacts customFacts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SetupStamps stamps;
    private final TenantCache<Optional<UUID>> newest;

    LivePolicy(StoredVersions published, CustomFacts customFacts, JdbcClient jdbc, Clock clock, SetupStamps stamps) {
        this.published = published;
        this.customFacts = customFacts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.stamps = stamps;
        this.newest = new TenantCache<>(stamps);
    }

    /** A policy with the version it was published as, ready for judging. */
    public record Versioned(PolicyVersionId id, int number, int semantics, CompiledPolicy compiled) {
        static Versioned of(StoredVersion row, Vocabulary vocabulary) {
            return new Versioned(
                    row.versionId(), row.number(), row.semantics(), CompiledPolicy.of(row.policy(vocabulary)));
        }

        public Policy policy() {
            return compiled.policy();
        }

        public TryOut tried(ItemFacts item) {
            return TryOut.of(compiled, item, number, semantics);
        }
    }

    /** Versions never change, so they are kept; the tenant in the key keeps an id from reaching another tenant's. */
    private record Key(TenantId tenant, PolicyVersionId id) {}

    public Versioned current() {
        return newest.get(published::newest)
                .map(id -> kept(new PolicyVersionId(id)))
                .orElseGet(LivePolicy::first);
    }

    /** To be said when another was published, so that its own transaction judges by it. */
    void renew() {
        stamps.changed();
    }

    private static Versioned first() {
        return new Versioned(firstId(), 0, Policy.SEMANTICS, EMPTY);
    }

    /** The same, with its row written, so that decisions may name it. */
    public Versioned currentOnRecord() {
        var current = current();
        if (current.number() == 0) {
            putFirstOnRecord();
        }
        return current;
    }

    public Versioned version(PolicyVersionId id) {
        return id.equals(firstId()) ? first() : kept(id);
    }

    private Versioned kept(PolicyVersionId id) {
        return versions.get(
                new Key(TenantContext.current(), id),
                _ -> published
                        .findById(id.value())
                        .map(row -> Versioned.of(row, customFacts.vocabulary()))
                        .orElseThrow(() -> new UnknownId(id.value(), "There is no such version of the policy")));
    }

    /** Two requests may come here at once; one writes, both go on. */
    private void putFirstOnRecord() {
        jdbc.sql("""
                        insert into rules.policy_version
                            (id, number, semantics, currency, rules, note, published_at, actor_kind)
                        values (?, 0, ?, 'XXX', '[]', 'Nothing published yet: everything goes to review', ?, 'SYSTEM')
                        on conflict do nothing
                        """)
                .params(firstId().value(), Policy.SEMANTICS, java.sql.Timestamp.from(clock.instant()))
                .update();
    }

    private static PolicyVersionId firstId() {
        var seed = "retour first policy of " + TenantContext.current();
        return new PolicyVersionId(UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)));
    }
}
