package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The row of a tenant; its id is the tenant's. */
@Entity
@Table(schema = "tenants", name = "tenant")
class MerchantAccount extends TenantOwned {
    private String name;
    private String slug;
    private String currency;
    private String zone;
    private String locale;
    private boolean live;
    private String brandColor = "#1f5a4d";
    private @Nullable UUID logoFile;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Address returnAddress;

    private @Nullable String contactEmail;
    private @Nullable String teamInbox;
    private Instant createdAt;

    protected MerchantAccount() {}

    MerchantAccount(TenantId id, NewTenant business, Instant now) {
        super(id.value());
        this.name = business.name();
        this.slug = business.slug();
        this.currency = business.currency().getCurrencyCode();
        this.zone = business.zone().getId();
        this.locale = business.locale().toLanguageTag();
        this.createdAt = now;
    }

    void requireVersion(long seen) {
        if (seen != version()) {
            throw new Refusal(ErrorCode.STALE, "Somebody changed these settings meanwhile; load them again", "version");
        }
    }

    void change(TenantUpdate update) {
        requireVersion(update.version());
        if (update.name() != null) {
            name = NewTenant.name(update.name(), "name");
        }
        if (update.slug() != null) {
            slug = NewTenant.slug(update.slug());
        }
        if (update.timeZone() != null) {
            zone = NewTenant.zone(update.timeZone()).getId();
        }
        if (update.locale() != null) {
            locale = NewTenant.locale(update.locale()).toLanguageTag();
        }
        if (update.contactEmail() != null) {
            contactEmail =
                    update.contactEmail().isBlank() ? null : Emails.normal(update.contactEmail(), "contactEmail");
        }
        if (update.teamInbox() != null) {
            teamInbox = update.teamInbox().isBlank() ? null : Emails.normal(update.teamInbox(), "teamInbox");
        }
        if (update.returnAddress() != null) {
            returnAddress = update.returnAddress();
        }
        if (update.color() != null) {
            brandColor = new Brand(update.color(), null).color();
        }
        if (update.logo() != null) {
            logoFile = update.logo().file();
        }
        requireNothingMissingWhenLive();
    }

    void goLive() {
        live = true;
        requireNothingMissingWhenLive();
    }

    void pause() {
        live = false;
    }

    private void requireNothingMissingWhenLive() {
        var missing = live ? snapshot().missingForLive() : List.<String>of();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    ErrorCode.REQUIRED,
                    "Mail to shoppers needs a contact address and a return address; missing: "
                            + String.join(", ", missing),
                    missing.getFirst());
        }
    }

    Tenant snapshot() {
        return new Tenant(
                new TenantId(id()),
                version(),
                name,
                slug,
                Currency.getInstance(currency),
                ZoneId.of(zone),
                Locale.forLanguageTag(locale),
                live,
                new Brand(brandColor, logoFile),
                returnAddress,
                contactEmail,
                teamInbox);
    }
}
