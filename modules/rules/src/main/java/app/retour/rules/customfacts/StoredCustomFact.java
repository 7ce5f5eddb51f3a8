package app.retour.rules.customfacts;

import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A fact that a merchant added, as stored. */
@Entity
@Table(schema = "rules", name = "custom_fact")
class StoredCustomFact extends TenantOwned {
    private String key;

    @Enumerated(EnumType.STRING)
    private FactType type;

    private String label;
    private String description;

    @Enumerated(EnumType.STRING)
    private CustomFact.Source source;

    private String attribute;
    private boolean personal;
    private boolean archived;

    protected StoredCustomFact() {}

    StoredCustomFact(UUID id, CustomFact fact) {
        super(id);
        key = fact.key();
        type = fact.type();
        label = fact.label();
        description = fact.description();
        source = fact.source();
        attribute = fact.attribute();
        personal = fact.personal();
        archived = fact.archived();
    }

    void describe(String label, String description) {
        this.label = label;
        this.description = description;
    }

    void archive(boolean archived) {
        this.archived = archived;
    }

    CustomFact snapshot() {
        return new CustomFact(key, type, label, description, source, attribute, personal, archived);
    }
}
