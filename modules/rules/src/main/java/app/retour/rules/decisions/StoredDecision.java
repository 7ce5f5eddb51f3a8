package app.retour.rules.decisions;

import app.retour.kernel.Actor;
import app.retour.rules.documents.FactsDocument;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One judging of one item with everything that it saw, so that it can be recomputed. */
@Entity
@Immutable
@Table(schema = "rules", name = "decision")
public class StoredDecision extends TenantOwned {
    private String subjectType;
    private UUID subjectId;
    private UUID itemRef;
    private UUID policyVersionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> facts;

    private List<String> raisedGuards;
    private List<String> erasedFacts = List.of();

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private boolean byHand;
    private boolean heldBack;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable String actorId;
    private Instant submittedAt;
    private Instant decidedAt;

    protected StoredDecision() {}

    public StoredDecision(
            UUID id,
            JudgeRequest asked,
            ItemFacts item,
            PolicyVersionId version,
            ItemEvaluation evaluation,
            Instant decidedAt) {
        this(
                id,
                asked.subjectType(),
                asked.subjectId(),
                item,
                version,
                evaluation.outcome(),
                Actor.policy(),
                asked.submittedAt(),
                decidedAt);
        this.heldBack = evaluation.isHeldBack();
    }

    public StoredDecision(
            UUID id, DecisionByHand decision, ItemFacts item, PolicyVersionId version, Instant decidedAt) {
        this(
                id,
                decision.subjectType(),
                decision.subjectId(),
                item,
                version,
                decision.outcome(),
                decision.by(),
                decision.submittedAt(),
                decidedAt);
        this.byHand = true;
    }

    private StoredDecision(
            UUID id,
            String subjectType,
            UUID subjectId,
            ItemFacts item,
            PolicyVersionId version,
            Outcome outcome,
            Actor by,
            Instant submittedAt,
            Instant decidedAt) {
        super(id);
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.itemRef = item.itemRef();
        this.policyVersionId = version.value();
        this.facts = FactsDocument.write(item.facts());
        this.raisedGuards = item.raisedGuards();
        this.outcome = outcome;
        this.actorKind = by.kind();
        this.actorId = by.id();
        this.submittedAt = submittedAt;
        this.decidedAt = decidedAt;
    }

    public ItemFacts item() {
        return new ItemFacts(itemRef, FactsDocument.read(facts), raisedGuards);
    }

    public PolicyVersionId policyVersion() {
        return new PolicyVersionId(policyVersionId);
    }

    /** Keys of personal facts that were blanked since. */
    public List<String> erasedFacts() {
        return erasedFacts;
    }

    public Outcome outcome() {
        return outcome;
    }

    public PolicyDecision snapshot() {
        return new PolicyDecision(
                new DecisionId(id()),
                subjectType,
                subjectId,
                itemRef,
                policyVersion(),
                outcome,
                byHand,
                new Actor(actorKind, actorId),
                submittedAt,
                decidedAt,
                erasedFacts);
    }
}
