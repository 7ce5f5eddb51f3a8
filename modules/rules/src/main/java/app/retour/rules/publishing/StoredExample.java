package app.retour.rules.publishing;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Outcome;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An example as stored: its facts in the form of the API. */
@Entity
@Table(schema = "rules", name = "example")
class StoredExample extends TenantOwned {
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Object> facts;

    @Enumerated(EnumType.STRING)
    private Outcome expected;

    private Instant savedAt;

    protected StoredExample() {}

    StoredExample(UUID id, String name, List<Object> facts, Outcome expected, Instant now) {
        super(id);
        change(name, facts, expected, now);
    }

    final void change(String name, List<Object> facts, Outcome expected, Instant now) {
        this.name = name;
        this.facts = List.copyOf(facts);
        this.expected = expected;
        this.savedAt = now;
    }

    void requireRevision(int seen) {
        if (seen != revision()) {
            throw new Refusal(ErrorCode.STALE, "Somebody changed this example meanwhile; load it again", "version");
        }
    }

    private int revision() {
        return Math.toIntExact(version()) + 1;
    }

    Example tried(CompiledPolicy policy, FactsReader reader) {
        var item = new ItemFacts(id(), reader.read(DocumentPart.root(facts, "facts")));
        return new Example(new ExampleId(id()), revision(), name, document(), expected, TryOut.of(policy, item));
    }

    private List<Map<String, Object>> document() {
        return facts.stream()
                .map(fact -> {
                    var copy = new LinkedHashMap<String, Object>();
                    ((Map<?, ?>) fact).forEach((key, value) -> copy.put(String.valueOf(key), value));
                    return (Map<String, Object>) copy;
                })
                .toList();
    }
}
