package app.retour.orders.graphql;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderFixtures;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.orders.ToldOrders;
import app.retour.privacy.DataSubject;
import app.retour.privacy.Erasure;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.audit.AuditSearch;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** A link that staff hand out opens one order for a week and is on record; none opens what is not there or was erased. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class LinksThatStaffHandOutIntegrationTests {
    private final UUID staff = Ids.next();

    @Autowired
    ShopperLinkController links;

    @Autowired
    Orders orders;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    Erasure erasure;

    @Autowired
    Throttle throttle;

    @Autowired
    Audit audit;

    @Autowired
    Tenants tenants;

    @Autowired
    TestClock clock;

    private TenantId shop = new TenantId(Ids.next());
    private OrderId order = new OrderId(Ids.next());

    @BeforeEach
    void anOrder() {
        clock.setTo(OrderFixtures.NOON);
        shop = aTenant(tenants);
        order = as(() -> orders.upsert(ToldOrders.order())).id();
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                shop, () -> Caller.staff(shop, staff, Set.of()).call(action));
    }

    private ShopperLinkController.IssueShopperLinkPayload link(OrderId id) {
        return as(() -> links.issueShopperLink(
                new ShopperLinkController.IssueShopperLinkInput(GlobalId.of("Order", id.value()))));
    }

    private List<AuditEntry> onRecord() {
        return as(() -> audit.list(new AuditSearch("orders.linkIssued", null, null, null), ScrollPosition.keyset(), 10))
                .getContent();
    }

    private void refused(OrderId id, ErrorCode code) {
        var payload = link(id);
        assertThat(payload.url()).isNull();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void itOpensTheOneOrderForAWeekAndIsOnRecord() {
        var payload = link(order);
        var url = Objects.requireNonNull(payload.url());
        assertThat(url).contains("/%s/s/".formatted(as(() -> tenants.current().slug())));
        assertThat(sessions.verifyLink(url.substring(url.lastIndexOf('/') + 1)))
                .contains(new ShopperSession(shop, order.value(), false));
        assertThat(payload.expiresAt()).isEqualTo("2026-11-27T12:00:00Z");
        assertThat(onRecord())
                .singleElement()
                .returns("Order", AuditEntry::subjectType)
                .returns(order.value().toString(), AuditEntry::subjectId)
                .returns(Map.of("number", "#1001"), AuditEntry::detail);
    }

    @Test
    void noneOpensWhatIsNotThere() {
        refused(new OrderId(Ids.next()), ErrorCode.NOT_FOUND);
    }

    @Test
    void noneOpensAnOrderWhoseShopperWasErased() {
        as(() -> erasure.erase(DataSubject.ofOrder(order.value()), true));
        refused(order, ErrorCode.WRONG_STATE);
    }

    @Test
    void whoHandsOutTooManyWaits() {
        throttle.takeUpTo(ShopperLinkController.LINKS, staff.toString(), 60);
        assertThat(link(order).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED));
        assertThat(onRecord()).isEmpty();
    }
}
