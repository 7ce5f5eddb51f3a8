package app.retour.rules.publishing;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** How a tenant publishes policies. */
@Entity
@Table(schema = "rules", name = "publishing_setting")
class PublishingSetting extends TenantOwned {
    private boolean fourEyes;

    protected PublishingSetting() {}

    PublishingSetting(UUID id) {
        super(id);
    }

    void requireFourEyes(boolean wanted) {
        fourEyes = wanted;
    }

    boolean needsFourEyes() {
        return fourEyes;
    }
}
