package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Origins;
import app.retour.api.UserError;
import app.retour.kernel.Money;
import app.retour.kernel.UsualAmount;
import app.retour.tenants.Address;
import app.retour.tenants.Brand;
import app.retour.tenants.Tenant;
import app.retour.tenants.TenantUpdate;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The merchant's account in the API. */
@Controller
class TenantController {
    private final Tenants tenants;
    private final Origins origins;

    TenantController(Tenants tenants, Origins origins) {
        this.tenants = tenants;
        this.origins = origins;
    }

    record AddressInput(
            String name,
            String street,
            @Nullable String street2,
            String postcode,
            String city,
            @Nullable String region,
            String country) {
        Address checked() {
            return new Address(name, street, street2, postcode, city, region, country);
        }
    }

    record BrandInput(@Nullable String color, @Nullable String logoFileId) {
        TenantUpdate.@Nullable Logo logo() {
            if (logoFileId == null) {
                return null;
            }
            return new TenantUpdate.Logo(logoFileId.isEmpty() ? null : GlobalId.parse(logoFileId, "StoredFile"));
        }
    }

    record UpdateTenantInput(
            long version,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String timeZone,
            @Nullable String locale,
            @Nullable String contactEmail,
            @Nullable String teamInbox,
            @Nullable AddressInput returnAddress,
            @Nullable BrandInput brand) {
        TenantUpdate checked() {
            return new TenantUpdate(
                    version,
                    name,
                    slug,
                    timeZone,
                    locale,
                    contactEmail,
                    teamInbox,
                    returnAddress == null ? null : returnAddress.checked(),
                    brand == null ? null : brand.color,
                    brand == null ? null : brand.logo());
        }
    }

    record LiveInput(long version) {}

    record TenantPayload(@Nullable Tenant tenant, List<UserError> userErrors) {}

    record Storefront(
            String name,
            String slug,
            String locale,
            String dateLocale,
            String timeZone,
            String currency,
            @Nullable String contactEmail,
            Brand brand,
            boolean live) {}

    @QueryMapping
    Tenant tenant() {
        return tenants.current();
    }

    @QueryMapping
    Optional<Storefront> storefront() {
        return TenantContext.find()
                .map(_ -> tenants.current())
                .map(tenant -> new Storefront(
                        tenant.name(),
                        tenant.slug(),
                        tenant.locale().toLanguageTag(),
                        tenant.dates(tenant.locale()).toLanguageTag(),
                        tenant.zone().getId(),
                        tenant.currency().getCurrencyCode(),
                        tenant.contactEmail(),
                        tenant.brand(),
                        tenant.live()));
    }

    @MutationMapping
    TenantPayload updateTenant(@Argument UpdateTenantInput input) {
        return answered(() -> tenants.update(input.checked()));
    }

    @MutationMapping
    TenantPayload goLive(@Argument LiveInput input) {
        return answered(() -> tenants.goLive(input.version));
    }

    @MutationMapping
    TenantPayload pauseLive(@Argument LiveInput input) {
        return answered(() -> tenants.pauseLive(input.version));
    }

    @SchemaMapping(typeName = "Tenant")
    String portalUrl(Tenant tenant) {
        return origins.portalOf(tenant.slug());
    }

    @SchemaMapping(typeName = "Tenant")
    String id(Tenant tenant) {
        return GlobalId.of("Tenant", tenant.id().value());
    }

    @SchemaMapping(typeName = "Tenant")
    String currency(Tenant tenant) {
        return tenant.currency().getCurrencyCode();
    }

    @SchemaMapping(typeName = "Tenant")
    Money usualAmount(Tenant tenant) {
        return UsualAmount.hundred(tenant.currency());
    }

    @SchemaMapping(typeName = "Tenant")
    String timeZone(Tenant tenant) {
        return tenant.zone().getId();
    }

    @SchemaMapping(typeName = "Tenant")
    String locale(Tenant tenant) {
        return tenant.locale().toLanguageTag();
    }

    @SchemaMapping(typeName = "Brand")
    @Nullable
    String logoFileId(Brand brand) {
        return brand.logoFile() == null ? null : GlobalId.of("StoredFile", brand.logoFile());
    }

    private static TenantPayload answered(Supplier<Tenant> action) {
        return Answers.of(
                action, tenant -> new TenantPayload(tenant, List.of()), errors -> new TenantPayload(null, errors));
    }
}
