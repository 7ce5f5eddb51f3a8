package app.retour.rules;

import app.retour.kernel.TenantId;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.documents.FactsDocument;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.publishing.LivePolicy;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves that what was decided is what the same rules say of the same facts today: judges every stored decision of the
 * policy again by its own version. An operator runs it after an upgrade; nothing is written.
 */
@Service
public class Recomputation {
    private static final int STRETCH = 2_000;
    private static final int MOST_NAMED = 100;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final PastDecisions past;
    private final LivePolicy live;
    private final Tenants tenants;
    private final JsonMapper json;
    private final TransactionTemplate transactions;

    Recomputation(
            PastDecisions past,
            LivePolicy live,
            Tenants tenants,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.past = past;
        this.live = live;
        this.tenants = tenants;
        this.json = json;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setReadOnly(true);
    }

    /**
     * What was found.
     *
     * @param erased of them, those whose rules read a fact that was blanked at erasure: they stand, and nobody can say any
     *     more how they came about
     * @param different the first hundred decisions that come out otherwise now: there should be none
     */
    public record Report(long decisions, long differing, long erased, List<Difference> different) {
        public Report {
            different = List.copyOf(different);
        }
    }

    /** A decision that does not recompute to what is stored. */
    public record Difference(TenantId tenant, DecisionId decision, Outcome stored, Outcome recomputed) {}

    /** Every decision of every tenant. Needs no tenant bound. */
    public Report all() {
        var counted = new Counted();
        tenants.all().forEach(tenant -> TenantContext.runAs(tenant, () -> recompute(tenant, counted)));
        return counted.report();
    }

    /** Every decision of the tenant of the moment. */
    public Report current() {
        var counted = new Counted();
        recompute(TenantContext.current(), counted);
        return counted.report();
    }

    private void recompute(TenantId tenant, Counted counted) {
        var position = PastDecisions.Position.startOf(Instant.EPOCH);
        var read = STRETCH;
        while (read == STRETCH) {
            var from = position;
            var stretch = Objects.requireNonNull(transactions.execute(_ -> stretch(tenant, from, counted)));
            position = stretch.end();
            read = stretch.read();
        }
    }

    private record Stretch(int read, PastDecisions.Position end) {}

    private Stretch stretch(TenantId tenant, PastDecisions.Position from, Counted counted) {
        var decisions = new ArrayList<PastDecisions.Past>();
        past.each(from, END, STRETCH, decisions::add);
        for (var decision : decisions) {
            var policy =
                    live.version(new PolicyVersionId(decision.policyVersion())).compiled();
            if (PersonalFacts.areReadBy(policy.policy(), decision.erasedFacts())) {
                counted.erased();
                continue;
            }
            var facts =
                    FactsDocument.read(json.readValue(decision.facts(), new TypeReference<Map<String, Object>>() {}));
            var now = ItemEvaluation.of(policy, facts, decision.raisedGuards()).outcome();
            counted.add(tenant, decision, now);
        }
        return new Stretch(
                decisions.size(),
                decisions.isEmpty() ? from : decisions.getLast().position());
    }

    private static final class Counted {
        private long decisions;
        private long differing;
        private long erased;
        private final List<Difference> different = new ArrayList<>();

        void add(TenantId tenant, PastDecisions.Past decision, Outcome now) {
            decisions++;
            if (now != decision.outcome()) {
                differing++;
                if (different.size() < MOST_NAMED) {
                    different.add(new Difference(tenant, new DecisionId(decision.id()), decision.outcome(), now));
                }
            }
        }

        void erased() {
            decisions++;
            erased++;
        }

        Report report() {
            return new Report(decisions, differing, erased, different);
        }
    }
}
