package app.retour.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.TenantContext;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the policy to judge by. A tenant that never published anything has version 0, the empty policy; its row is
 * written when the first decision needs it, and its id follows from the tenant's, so that replicas agree.
 */
@Component
class LivePolicy {
    private final PublishedPolicies published;
    private final JdbcClient jdbc;
    private final Clock clock;

    LivePolicy(PublishedPolicies published, JdbcClient jdbc, Clock clock) {
        this.published = published;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A policy with the version it was published as. */
    record Versioned(PolicyVersionId id, int number, int semantics, Policy policy) {
        static Versioned of(PublishedPolicy row) {
            return new Versioned(row.versionId(), row.number(), row.semantics(), row.policy());
        }
    }

    Versioned current() {
        return published
                .findFirstByOrderByNumberDesc()
                .map(Versioned::of)
                .orElseGet(() -> new Versioned(firstId(), 0, Policy.SEMANTICS, Policy.empty()));
    }

    /** The same, with its row written, so that decisions may name it. */
    Versioned currentOnRecord() {
        var current = current();
        if (current.number() == 0) {
            putFirstOnRecord();
        }
        return current;
    }

    Versioned version(PolicyVersionId id) {
        return id.equals(firstId())
                ? new Versioned(id, 0, Policy.SEMANTICS, Policy.empty())
                : published
                        .findById(id.value())
                        .map(Versioned::of)
                        .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such version of the policy"));
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
