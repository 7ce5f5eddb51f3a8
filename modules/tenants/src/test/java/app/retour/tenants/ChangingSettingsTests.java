package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Idempotency;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import retour.testkit.TestClock;

/** A change of a merchant's settings is made whole, from what was seen last, and put on record. */
class ChangingSettingsTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final Address HOME = new Address("Books", "Main Street 1", null, "01067", "Dresden", null, "DE");
    private final MerchantAccounts accounts = mock(MerchantAccounts.class);
    private final Directory directory = mock(Directory.class);
    private final Audit audit = mock(Audit.class);
    private final Logos logos = mock(Logos.class);
    private final ImmediateTransactions transactions = new ImmediateTransactions();
    private final MerchantAccount account =
            new MerchantAccount(SHOP, NewTenant.of("Books", "books", "EUR", "Europe/Berlin", "de"), Instant.EPOCH);
    private final Tenants tenants = tenants();

    private Tenants tenants() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("logos", logos);
        when(accounts.findById(SHOP.value())).thenReturn(Optional.of(account));
        when(accounts.saveAndFlush(account)).thenReturn(account);
        return new Tenants(
                accounts, directory, audit, new TestClock(), mock(), beans.getBeanProvider(Logos.class), transactions);
    }

    private Tenant update(long version, @Nullable String slug, TenantUpdate.@Nullable Logo logo) {
        return TenantContext.callAs(
                SHOP,
                () -> tenants.update(new TenantUpdate(
                        version, null, slug, null, null, "help@books.example", null, HOME, null, logo)));
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String... field) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    @Test
    void aNewPlaceOfThePortalIsAddedAndTheSameOneIsNot() {
        update(0, " BOOKS ", null);
        verifyNoInteractions(directory);
        assertThat(update(0, "more-books", null).slug()).isEqualTo("more-books");
        verify(directory).addSlug("more-books", SHOP);
    }

    @Test
    void whatChangedIsOnRecord() {
        update(0, null, null);
        verify(audit)
                .record(
                        "tenant.updated",
                        "Tenant",
                        SHOP.toString(),
                        Map.of("contactEmail", "changed", "returnAddress", "changed"));
    }

    @Test
    void aLogoIsOneThatTheMerchantSentIn() {
        var file = Ids.next();
        refuses(() -> update(0, null, new TenantUpdate.Logo(file)), ErrorCode.NOT_FOUND, "brand", "logoFileId");
        assertThat(transactions.undone()).isEqualTo(1);
        when(logos.has(file)).thenReturn(true);
        assertThat(update(0, null, new TenantUpdate.Logo(file)).brand().logoFile())
                .isEqualTo(file);
        assertThat(update(0, null, new TenantUpdate.Logo(null)).brand().logoFile())
                .isNull();
    }

    @Test
    void whoSawAnOlderVersionOrIsOvertakenLoadsItAgain() {
        refuses(() -> update(3, null, null), ErrorCode.STALE, "version");
        when(accounts.saveAndFlush(account)).thenThrow(new OptimisticLockingFailureException("meanwhile"));
        refuses(() -> update(0, null, null), ErrorCode.STALE, "version");
    }

    @Test
    void mailToShoppersBeginsAndPausesByAWordThatIsOnRecord() {
        refuses(() -> TenantContext.callAs(SHOP, () -> tenants.goLive(0)), ErrorCode.REQUIRED, "contactEmail");
        account.pause();
        update(0, null, null);
        assertThat(TenantContext.<Tenant>callAs(SHOP, () -> tenants.goLive(0)).live())
                .isTrue();
        assertThat(TenantContext.<Tenant>callAs(SHOP, () -> tenants.pauseLive(0))
                        .live())
                .isFalse();
        verify(audit).record("tenant.live", "Tenant", SHOP.toString(), Map.of());
        verify(audit).record("tenant.paused", "Tenant", SHOP.toString(), Map.of());
    }

    @Test
    void anAccountIsOpenedNotLiveAndItsPlaceIsTakenFirst() {
        var opened = tenants.open(NewTenant.of("Books", "books", "EUR", "Europe/Berlin", "de"));
        var order = inOrder(directory, accounts, audit);
        order.verify(directory).addSlug("books", opened);
        order.verify(accounts)
                .save(argThat(made ->
                        made.id().equals(opened.value()) && !made.snapshot().live()));
        order.verify(audit).record("tenant.opened", "Tenant", opened.toString(), Map.of("slug", "books"));
    }

    @Test
    void aPortalIsFoundInWhateverCaseItsPlaceIsTyped() {
        when(directory.bySlug("books")).thenReturn(Optional.of(SHOP));
        assertThat(tenants.bySlug("BOOKS")).contains(SHOP);
    }

    @Test
    void oldIdempotencyKeysAreForgottenMerchantByMerchant() {
        var clock = new TestClock();
        clock.setTo(Instant.parse("2026-11-30T12:00:00Z"));
        var all = mock(Tenants.class);
        var other = new TenantId(Ids.next());
        when(all.all()).thenReturn(List.of(SHOP, other));
        var keys = mock(Idempotency.class);
        var asWhom = new ArrayList<TenantId>();
        doAnswer(_ -> {
                    asWhom.add(TenantContext.current());
                    return 0;
                })
                .when(keys)
                .forget(any(), any());
        new IdempotencyHousekeeping(all, keys, clock).run();
        verify(keys).forget(SHOP, Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(asWhom).containsExactly(SHOP, other);
    }
}
