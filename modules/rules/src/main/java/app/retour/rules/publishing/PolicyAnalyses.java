package app.retour.rules.publishing;

import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.analysis.FactConstraints;
import app.retour.rules.analysis.PolicyAnalysis;
import app.retour.rules.analysis.RememberedItems;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.documents.ConditionReader;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.Fact;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Analyses the tenant's policies, or rules that are stored nowhere. Reads in a transaction and thinks outside of it. */
@Service
public class PolicyAnalyses {
    private static final int MOST_FACTS = 200;
    /** Shops whose rules are being written just now; what is remembered of one takes up to a megabyte or two. */
    private static final int MOST_MEMORIES = 20;

    private final Cache<TenantId, RememberedItems> memories = Caffeine.newBuilder()
            .maximumSize(MOST_MEMORIES)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    private final DraftedPolicy drafted;
    private final LivePolicy live;
    private final CustomFacts customFacts;
    private final ObjectProvider<ReasonCodes> reasons;
    private final Tenants tenants;
    private final TransactionTemplate transactions;

    PolicyAnalyses(
            DraftedPolicy drafted,
            LivePolicy live,
            CustomFacts customFacts,
            ObjectProvider<ReasonCodes> reasons,
            Tenants tenants,
            PlatformTransactionManager transactions) {
        this.drafted = drafted;
        this.live = live;
        this.customFacts = customFacts;
        this.reasons = reasons;
        this.tenants = tenants;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @param rules as the API gives them; null: the policy named
     * @param neverSupplied keys of facts that this shop never gets; null: those the merchant marked
     * @throws Refusal with the path of the first mistake
     */
    public PolicyAnalysis analyse(PolicySource source, @Nullable Object rules, @Nullable Object neverSupplied) {
        var currency = tenants.current().currency();
        var vocabulary = customFacts.vocabulary();
        var constraints = neverSupplied == null
                ? constraints()
                : new FactConstraints(currency, never(neverSupplied, new ConditionReader(currency, vocabulary)));
        var policy = rules == null
                ? stored(source)
                : new PolicyReader(currency, vocabulary).read(DocumentPart.root(rules, "rules"));
        var known = knowingReasons(constraints);
        var memory = memories.get(TenantContext.current(), _ -> new RememberedItems(known));
        return PolicyAnalysis.of(policy, known, PolicyAnalysis.MOST_TIME, memory);
    }

    /** Of rules that were published or drafted. */
    public PolicyAnalysis analyse(List<Rule> rules) {
        var constraints = knowingReasons(constraints());
        return PolicyAnalysis.of(new Policy(constraints.currency(), rules), constraints, PolicyAnalysis.MOST_TIME);
    }

    /** What always holds between the facts of this shop's items. */
    FactConstraints constraints() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var keys = customFacts.neverSupplied();
            var facts = keys.isEmpty()
                    ? Set.<Fact>of()
                    : customFacts
                            .vocabulary()
                            .known()
                            .filter(fact -> keys.contains(fact.key()))
                            .collect(Collectors.toSet());
            return new FactConstraints(tenants.current().currency(), facts);
        }));
    }

    private FactConstraints knowingReasons(FactConstraints constraints) {
        return reasons.stream()
                .findFirst()
                .map(ReasonCodes::groups)
                .map(constraints::knowing)
                .orElse(constraints);
    }

    private Policy stored(PolicySource source) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var draft = source == PolicySource.DRAFT ? drafted.current() : Optional.<DraftedPolicy.Revision>empty();
            return draft.map(DraftedPolicy.Revision::policy)
                    .orElseGet(() -> live.current().policy());
        }));
    }

    private static Set<Fact> never(Object given, ConditionReader reader) {
        var never = new LinkedHashSet<Fact>();
        for (var part : DocumentPart.root(given, "neverSupplied").items(MOST_FACTS)) {
            var fact = reader.fact(part);
            if (fact.isAlwaysKnown()) {
                throw part.invalid("%s is always known".formatted(fact.key()));
            }
            never.add(fact);
        }
        return never;
    }
}
