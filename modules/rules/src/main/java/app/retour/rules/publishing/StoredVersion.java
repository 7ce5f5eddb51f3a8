package app.retour.rules.publishing;

import app.retour.kernel.Actor;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.vocabulary.Vocabulary;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a tenant's policy, as published. */
@Entity
@Immutable
@Table(schema = "rules", name = "policy_version")
class StoredVersion extends TenantOwned {
    private int number;
    private int semantics;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Object> rules;

    private String note;
    private Instant publishedAt;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private @Nullable String actorId;

    protected StoredVersion() {}

    StoredVersion(UUID id, int number, Policy policy, String note, Instant at, Actor actor) {
        super(id);
        this.number = number;
        this.semantics = Policy.SEMANTICS;
        this.currency = policy.currency().getCurrencyCode();
        this.rules = List.copyOf(PolicyWriter.write(policy.rules()));
        this.note = note;
        this.publishedAt = at;
        this.actorKind = actor.kind();
        this.actorId = actor.id();
    }

    Policy policy(Vocabulary vocabulary) {
        return new PolicyReader(Currency.getInstance(currency), vocabulary).read(DocumentPart.root(rules, "rules"));
    }

    int number() {
        return number;
    }

    int semantics() {
        return semantics;
    }

    PolicyVersionId versionId() {
        return new PolicyVersionId(id());
    }

    PolicyVersion snapshot(int liveNumber, Vocabulary vocabulary) {
        return new PolicyVersion(
                versionId(),
                number,
                semantics,
                policy(vocabulary).rules(),
                note,
                publishedAt,
                new Actor(actorKind, actorId),
                number == liveNumber);
    }
}
