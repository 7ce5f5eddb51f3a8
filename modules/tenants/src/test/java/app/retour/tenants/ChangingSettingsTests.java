package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import retour.testkit.RetourTest;

/** A change of a merchant's settings is made whole, from what was seen last, and put on record. */
@RetourTest
class ChangingSettingsTests {
    private static final Address HOME = new Address("Books", "Main Street 1", null, "01067", "Dresden", null, "DE");

    @Autowired
    Tenants tenants;

    @Autowired
    SetupStamps stamps;

    @Autowired
    MerchantAccounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Meanwhile meanwhile;

    @Autowired
    AccountFixtures fixtures;

    private Owner owner;

    @BeforeEach
    void aMerchant() {
        owner = fixtures.anOwner();
    }

    private Tenant update(
            Tenants asked, long version, @Nullable String slug, String email, TenantUpdate.@Nullable Logo logo) {
        return fixtures.as(
                owner,
                () -> asked.update(new TenantUpdate(version, null, slug, null, null, email, null, HOME, null, logo)));
    }

    private Tenant update(long version, @Nullable String slug) {
        return update(tenants, version, slug, "help@books.example", null);
    }

    private Tenant current() {
        return fixtures.as(owner, tenants::current);
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String... field) {
        assertThatThrownBy(asking).satisfies(refused -> isRefusal(refused, code, field));
    }

    private static void isRefusal(Throwable refused, ErrorCode code, String... field) {
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    private List<String> places(TenantId tenant) {
        return jdbc.sql("select key from tenants.directory where kind = 'SLUG' and tenant_id = ? order by key")
                .param(tenant.value())
                .query(String.class)
                .list();
    }

    @Test
    void aNewPlaceOfThePortalIsAddedAndTheSameOneIsNot() {
        var place = current().slug();
        var same = update(0, "  %s ".formatted(place.toUpperCase(java.util.Locale.ROOT)));
        assertThat(same.slug()).isEqualTo(place);
        assertThat(places(owner.tenant())).containsExactly(place);
        assertThat(update(same.version(), place + "-2").slug()).isEqualTo(place + "-2");
        assertThat(places(owner.tenant())).containsExactly(place, place + "-2");
    }

    @Test
    void whatChangedIsOnRecord() {
        update(0, null);
        assertThat(fixtures.onRecord(owner, "tenant.updated")).singleElement().satisfies(entry -> {
            assertThat(entry.subjectType()).isEqualTo("Tenant");
            assertThat(entry.subjectId()).isEqualTo(owner.tenant().toString());
            assertThat(entry.detail()).isEqualTo(Map.of("contactEmail", "changed", "returnAddress", "changed"));
        });
    }

    /** Files are kept by another module; what it answers is given here. */
    private Tenants where(Logos sentIn) {
        var beans = new StaticListableBeanFactory(Map.of("logos", sentIn));
        return new Tenants(
                accounts, directory, audit, clock, jdbc, beans.getBeanProvider(Logos.class), transactions, stamps);
    }

    private Tenant brand(Tenants asked, @Nullable UUID file) {
        return update(asked, current().version(), null, "logo@books.example", new TenantUpdate.Logo(file));
    }

    @Test
    void aLogoIsOneThatTheMerchantSentIn() {
        var file = Ids.next();
        refuses(() -> brand(tenants, file), ErrorCode.NOT_FOUND, "brand", "logoFileId");
        refuses(() -> brand(where(Ids.next()::equals), file), ErrorCode.NOT_FOUND, "brand", "logoFileId");
        assertThat(current().contactEmail()).as("nothing of it is done").isNull();
        assertThat(brand(where(file::equals), file).brand().logoFile()).isEqualTo(file);
        assertThat(brand(tenants, null).brand().logoFile()).isNull();
    }

    @Test
    void whoSawAnOlderVersionOrIsOvertakenLoadsItAgain() {
        refuses(() -> update(3, null), ErrorCode.STALE, "version");
        var second = meanwhile.begin(
                owner.tenant(), () -> update(0, null), () -> update(tenants, 0, null, "late@books.example", null));
        isRefusal(second.exceptionNow(), ErrorCode.STALE, "version");
        assertThat(current().contactEmail()).isEqualTo("help@books.example");
    }

    @Test
    void mailToShoppersBeginsAndPausesByAWordThatIsOnRecord() {
        refuses(() -> fixtures.as(owner, () -> tenants.goLive(0)), ErrorCode.REQUIRED, "contactEmail");
        assertThat(current().live()).isFalse();
        var ready = update(0, null);
        var live = fixtures.as(owner, () -> tenants.goLive(ready.version()));
        assertThat(live.live()).isTrue();
        assertThat(fixtures.as(owner, () -> tenants.pauseLive(live.version())).live())
                .isFalse();
        for (var word : List.of("tenant.live", "tenant.paused")) {
            assertThat(fixtures.onRecord(owner, word))
                    .singleElement()
                    .extracting(AuditEntry::subjectId, entry -> entry.actor().id())
                    .containsExactly(owner.tenant().toString(), owner.person().toString());
        }
    }

    @Test
    void anAccountIsOpenedNotLiveAndOnRecordOrNotAtAll() {
        var business = AccountFixtures.aBusiness();
        var opened = tenants.open(business);
        assertThat(TenantContext.callAs(opened, tenants::current).live()).isFalse();
        assertThat(places(opened)).containsExactly(business.slug());
        var them = new Owner(opened, Ids.next(), "nobody@books.example");
        assertThat(fixtures.onRecord(them, "tenant.opened"))
                .singleElement()
                .extracting(AuditEntry::detail)
                .isEqualTo(Map.of("slug", business.slug()));
        var before = tenants.all();
        refuses(() -> tenants.open(business), ErrorCode.TAKEN, "slug");
        assertThat(tenants.all()).as("nobody has an account without a place").isEqualTo(before);
    }

    @Test
    void aPortalIsFoundInWhateverCaseItsPlaceIsTyped() {
        var place = current().slug();
        assertThat(tenants.bySlug(place.toUpperCase(java.util.Locale.ROOT))).contains(owner.tenant());
        assertThat(tenants.bySlug(place + "-other")).isEmpty();
    }
}
