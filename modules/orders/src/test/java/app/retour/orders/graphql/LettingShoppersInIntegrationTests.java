package app.retour.orders.graphql;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** A shopper who proves an order gets a session; who guesses is counted, by the address first. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class LettingShoppersInIntegrationTests {
    @Autowired
    ShopperSessionController door;

    @Autowired
    Orders orders;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    Throttle throttle;

    @Autowired
    Tenants tenants;

    private TenantId shop = new TenantId(Ids.next());
    private OrderId order = new OrderId(Ids.next());

    @BeforeEach
    void anOrderOfAdasAndACallerWhoNeverCalled() {
        shop = aTenant(tenants);
        order = TenantContext.callAs(
                shop,
                () -> orders.upsert(anOrder("1", "#1001", "ada@example.com", aLine("S", 1, "10.00")))
                        .id());
        var network = Ids.next();
        var authentication = new TestingAuthenticationToken("anybody", "n/a");
        authentication.setDetails(new WebAuthenticationDetails(
                "%x:%x:%x:%x::1"
                        .formatted(
                                network.getLeastSignificantBits() >>> 48,
                                network.getLeastSignificantBits() >>> 32 & 0xffff,
                                network.getLeastSignificantBits() >>> 16 & 0xffff,
                                network.getLeastSignificantBits() & 0xffff),
                null));
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private ShopperSessionController.StartShopperSessionPayload start(
            String number, @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        return TenantContext.callAs(
                shop,
                () -> door.startShopperSession(
                        new ShopperSessionController.StartShopperSessionInput(number, email, postcode, phone)));
    }

    private static void refused(ShopperSessionController.StartShopperSessionPayload payload, ErrorCode code) {
        assertThat(payload.token()).isNull();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }

    /** How many are gone of each that is counted for a try at this order; takes the rest of them, so ask last. */
    private List<Integer> gone(String number) {
        return ShopperSessionController.counts(shop.toString(), number).stream()
                .map(count -> count.limit().tries()
                        - throttle.takeUpTo(
                                count.limit(), count.key(), count.limit().tries()))
                .toList();
    }

    @Test
    void whoProvesItIsLetInAndNotCounted() {
        var byEmail = start("#1001", "ada@example.com", null, null).token();
        assertThat(sessions.verify(Objects.requireNonNull(byEmail)))
                .contains(new ShopperSession(shop, order.value(), true));
        var byPostcode = start("#1001", " ", "01067", null).token();
        assertThat(sessions.verify(Objects.requireNonNull(byPostcode)))
                .contains(new ShopperSession(shop, order.value(), false));
        assertThat(gone("1001")).containsExactly(0, 0, 0, 0);
    }

    @Test
    void everyWrongGuessIsAnsweredAlikeAndCounted() {
        var wrongNumber = start("#9999", "ada@example.com", null, null);
        var wrongEmail = start("#1001", "bob@example.com", null, null);
        assertThat(wrongNumber.userErrors()).isEqualTo(wrongEmail.userErrors());
        refused(wrongEmail, ErrorCode.NOT_FOUND);
        assertThat(gone("1001"))
                .as("by address, by order from one address, by order, by shop")
                .containsExactly(2, 1, 1, 2);
    }

    @Test
    void whoGivesNoNumberOrNothingToProveItWithIsToldBeforeAnythingIsCounted() {
        refused(start(" ", "ada@example.com", null, null), ErrorCode.REQUIRED);
        refused(start("#1001", null, "", " "), ErrorCode.REQUIRED);
        assertThat(gone("1001")).containsExactly(0, 0, 0, 0);
    }

    /** Or one address could shut everybody out of an order or of the shop. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatComesBehindTheOneThatIsUsedUpIsNotTouched(int usedUp) {
        var counts = ShopperSessionController.counts(shop.toString(), "1001");
        var full = counts.get(usedUp);
        throttle.takeUpTo(full.limit(), full.key(), full.limit().tries());
        refused(start("#1001", "ada@example.com", null, null), ErrorCode.THROTTLED);
        var gone = gone("1001");
        assertThat(gone.subList(0, usedUp)).as("before it").containsExactlyElementsOf(Collections.nCopies(usedUp, 1));
        assertThat(gone.subList(usedUp + 1, counts.size()))
                .as("behind it")
                .containsExactlyElementsOf(Collections.nCopies(3 - usedUp, 0));
        assertThat(gone.get(usedUp)).isPositive();
    }

    @Test
    void fromOneAddressTenTriesAtAnOrderAreEnough() {
        for (var i = 0; i < 10; i++) {
            refused(start("#1001", "bob@example.com", null, null), ErrorCode.NOT_FOUND);
        }
        refused(start("#1001", "ada@example.com", null, null), ErrorCode.THROTTLED);
    }

    @Test
    void anEndlessNumberIsLookedForByNobodyAndCounted() {
        refused(start("1".repeat(301), "ada@example.com", null, null), ErrorCode.THROTTLED);
        refused(start("1".repeat(300), "ada@example.com", null, null), ErrorCode.NOT_FOUND);
    }

    @Test
    void aPageOfNoShopLetsNobodyIn() {
        refused(
                door.startShopperSession(
                        new ShopperSessionController.StartShopperSessionInput("#1001", "ada@example.com", null, null)),
                ErrorCode.NOT_FOUND);
    }
}
