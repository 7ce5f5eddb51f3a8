package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class SettingsTests {
    private static final Address ADDRESS = new Address("Returns", "Main Street 1", null, "10115", "Berlin", null, "de");

    @Autowired
    Tenants tenants;

    @Autowired
    AccountFixtures fixtures;

    @Test
    void aMerchantGoesLiveOnceShoppersKnowWhereToWriteAndToSend() {
        var owner = fixtures.anOwner();
        fixtures.as(owner, () -> {
            refused(ErrorCode.REQUIRED, () -> tenants.goLive(tenants.current().version()));
            var ready = tenants.update(update(0, null, "Help@Shop.example", ADDRESS, null));
            assertThat(ready.contactEmail()).isEqualTo("help@shop.example");
            assertThat(ready.returnAddress()).isEqualTo(ADDRESS);
            assertThat(ready.missingForLive()).isEmpty();
            var live = tenants.goLive(ready.version());
            assertThat(live.live()).isTrue();
            refused(ErrorCode.REQUIRED, () -> tenants.update(update(live.version(), null, "", null, null)));
            assertThat(tenants.pauseLive(live.version()).live()).isFalse();
            return true;
        });
    }

    @Test
    void twoPeopleNeverOverwriteEachOther() {
        var owner = fixtures.anOwner();
        fixtures.as(owner, () -> {
            var version = tenants.current().version();
            tenants.update(update(version, null, "a@shop.example", null, null));
            refused(ErrorCode.STALE, () -> tenants.update(update(version, null, "b@shop.example", null, null)));
            assertThat(tenants.current().contactEmail()).isEqualTo("a@shop.example");
            return true;
        });
    }

    @Test
    void aColourThatNobodyCanReadIsRefused() {
        for (var bad : List.of("red", "#fff", "#ffff00", "#7f7f7f", "#12345g", "javascript:alert(1)")) {
            refused(ErrorCode.INVALID, () -> new Brand(bad, null));
        }
        assertThat(new Brand("#1F5A4D", null).color()).isEqualTo("#1f5a4d");
        assertThat(new Brand("#767676", null).onColor()).isEqualTo("#ffffff");
    }

    @Test
    void aFormerSlugStillLeadsToItsMerchantAndIsNobodyElses() {
        var owner = fixtures.anOwner();
        var stranger = fixtures.anOwner();
        var former = TenantContext.callAs(owner.tenant(), tenants::current).slug();
        var renamed = AccountFixtures.aBusiness().slug();
        fixtures.as(owner, () -> tenants.update(update(0, renamed, null, null, null)));
        assertThat(tenants.bySlug(former)).contains(owner.tenant());
        assertThat(tenants.bySlug(renamed)).contains(owner.tenant());
        take(stranger, former);
        take(stranger, renamed);
    }

    private void take(Owner owner, String slug) {
        refused(ErrorCode.TAKEN, () -> fixtures.as(owner, () -> tenants.update(update(0, slug, null, null, null))));
    }

    private static TenantUpdate update(
            long version,
            @Nullable String slug,
            @Nullable String contact,
            @Nullable Address address,
            @Nullable String color) {
        return new TenantUpdate(version, null, slug, null, null, contact, null, address, color, null);
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
