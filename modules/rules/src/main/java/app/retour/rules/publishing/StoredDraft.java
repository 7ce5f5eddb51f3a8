package app.retour.rules.publishing;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The policy being written; at most one a tenant. */
@Entity
@Table(schema = "rules", name = "policy_draft")
class StoredDraft extends TenantOwned {
    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Object> rules;

    private Instant savedAt;
    private @Nullable String savedBy;

    protected StoredDraft() {}

    StoredDraft(UUID id, Policy policy, Instant at, @Nullable String by) {
        super(id);
        rewrite(policy, at, by);
    }

    final void rewrite(Policy policy, Instant at, @Nullable String by) {
        this.currency = policy.currency().getCurrencyCode();
        this.rules = List.copyOf(PolicyWriter.write(policy.rules()));
        this.savedAt = at;
        this.savedBy = by;
    }

    Policy policy(Vocabulary vocabulary) {
        return new PolicyReader(Currency.getInstance(currency), vocabulary).read(DocumentPart.root(rules, "rules"));
    }

    /** 1 for the first saving, since 0 means that there is none. */
    int revision() {
        return Math.toIntExact(version()) + 1;
    }

    void requireRevision(int seen) {
        if (seen != revision()) {
            throw stale();
        }
    }

    /** Who changed it last; null for drafts of old. */
    @Nullable
    String savedBy() {
        return savedBy;
    }

    static Refusal stale() {
        return new Refusal(ErrorCode.STALE, "Somebody changed the draft meanwhile; load it again", "version");
    }

    PolicyDraft snapshot(Vocabulary vocabulary) {
        return new PolicyDraft(revision(), policy(vocabulary).rules(), savedAt, savedBy);
    }
}
