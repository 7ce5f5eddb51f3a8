package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.people.Staff;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Merchants' accounts and their settings. */
@Service
public class Tenants {
    private final MerchantAccounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final ObjectProvider<Logos> logos;
    private final TransactionTemplate transactions;
    private final SetupStamps stamps;
    private final TenantCache<Tenant> known;

    Tenants(
            MerchantAccounts accounts,
            Directory directory,
            Audit audit,
            Clock clock,
            JdbcClient jdbc,
            ObjectProvider<Logos> logos,
            PlatformTransactionManager transactions,
            SetupStamps stamps) {
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.logos = logos;
        this.transactions = new TransactionTemplate(transactions);
        this.stamps = stamps;
        this.known = new TenantCache<>(stamps);
    }

    /** The tenant of the moment. */
    public Tenant current() {
        return run(() -> known.get(this::stored));
    }

    /** The tenant of a portal's slug, also of a former one; needs no tenant bound. */
    public Optional<TenantId> bySlug(String slug) {
        return directory.bySlug(slug.toLowerCase(Locale.ROOT));
    }

    /** Every tenant, for house-keeping that visits each in turn. Needs no tenant bound. */
    public List<TenantId> all() {
        return jdbc.sql("select tenant_id from tenants.tenants_door()")
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Opens an account, not live, with defaults. Its people come by {@link Staff}.
     *
     * @throws Refusal TAKEN when the slug belongs to somebody
     */
    public TenantId open(NewTenant business) {
        var tenant = new TenantId(Ids.next());
        return TenantContext.callAs(
                tenant,
                () -> run(() -> {
                    open(tenant, business);
                    return tenant;
                }));
    }

    /** Opens an account inside the transaction of the moment, which must be the new tenant's. */
    public void open(TenantId tenant, NewTenant business) {
        directory.addSlug(business.slug(), tenant);
        accounts.save(new MerchantAccount(tenant, business, clock.instant()));
        audit.record("tenant.opened", "Tenant", tenant.toString(), Map.of("slug", business.slug()));
    }

    /** @throws Refusal STALE, TAKEN (slug), NOT_FOUND (logo), or naming the field that is not acceptable */
    public Tenant update(TenantUpdate update) {
        return changing(update.version(), account -> {
            requireOwn(update.logo());
            var before = account.snapshot();
            account.change(update);
            var after = account.snapshot();
            if (!before.slug().equals(after.slug())) {
                directory.addSlug(after.slug(), after.id());
            }
            audit.record("tenant.updated", "Tenant", after.id().toString(), SettingsDifference.between(before, after));
        });
    }

    private void requireOwn(TenantUpdate.@Nullable Logo logo) {
        var file = logo == null ? null : logo.file();
        if (file != null && logos.stream().noneMatch(known -> known.has(file))) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND,
                    "There is no such logo; send it to /files as a LOGO first",
                    "brand",
                    "logoFileId");
        }
    }

    /** @throws Refusal STALE; REQUIRED while an address is missing */
    public Tenant goLive(long version) {
        return changing(version, account -> {
            account.goLive();
            audit.record("tenant.live", "Tenant", account.id().toString(), Map.of());
        });
    }

    /** @throws Refusal STALE */
    public Tenant pauseLive(long version) {
        return changing(version, account -> {
            account.pause();
            audit.record("tenant.paused", "Tenant", account.id().toString(), Map.of());
        });
    }

    private Tenant changing(long version, Consumer<MerchantAccount> change) {
        try {
            return run(() -> {
                var account = account();
                account.requireVersion(version);
                change.accept(account);
                var changed = accounts.saveAndFlush(account).snapshot();
                stamps.changed();
                return changed;
            });
        } catch (OptimisticLockingFailureException faster) {
            throw new Refusal(ErrorCode.STALE, "Somebody changed these settings meanwhile; load them again", "version");
        }
    }

    private Tenant stored() {
        var id = TenantContext.current();
        return accounts.stored(id.value())
                .orElseThrow(() -> new IllegalStateException("There is no tenant " + id))
                .snapshot();
    }

    private MerchantAccount account() {
        var id = TenantContext.current();
        return accounts.findById(id.value()).orElseThrow(() -> new IllegalStateException("There is no tenant " + id));
    }

    private <T> T run(Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
