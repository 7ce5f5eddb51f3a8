package app.retour.orders.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** A shopper who proves an order gets a session; who guesses is counted, by the address first. */
class LettingShoppersInTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final OrderId ORDER = new OrderId(Ids.next());
    private final Orders orders = mock(Orders.class);
    private final ShopperSessions sessions = mock(ShopperSessions.class);
    private final CountedTries tries = new CountedTries();
    private final ShopperSessionController door = new ShopperSessionController(orders, sessions, tries.throttle);

    @BeforeEach
    void anOrderOfAdas() {
        when(orders.prove("#1001", "ada@example.com", null, null)).thenReturn(Optional.of(ORDER));
        when(orders.prove("#1001", null, "01067", null)).thenReturn(Optional.of(ORDER));
        when(sessions.issue(SHOP, ORDER.value(), true)).thenReturn("by e-mail");
        when(sessions.issue(SHOP, ORDER.value(), false)).thenReturn("by postcode");
        from("192.0.2.1");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void from(String address) {
        var authentication = new TestingAuthenticationToken("anybody", "n/a");
        authentication.setDetails(new WebAuthenticationDetails(address, null));
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private ShopperSessionController.StartShopperSessionPayload start(
            String number, @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        return TenantContext.callAs(
                SHOP,
                () -> door.startShopperSession(
                        new ShopperSessionController.StartShopperSessionInput(number, email, postcode, phone)));
    }

    private static void refused(ShopperSessionController.StartShopperSessionPayload payload, ErrorCode code) {
        assertThat(payload.token()).isNull();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void whoProvesItIsLetInAndNotCounted() {
        assertThat(start("#1001", "ada@example.com", null, null).token()).isEqualTo("by e-mail");
        assertThat(start("#1001", " ", "01067", null).token()).isEqualTo("by postcode");
        assertThat(tries.taken().values()).containsOnly(0);
    }

    @Test
    void everyWrongGuessIsAnsweredAlikeAndCounted() {
        var wrongNumber = start("#9999", "ada@example.com", null, null);
        var wrongEmail = start("#1001", "bob@example.com", null, null);
        assertThat(wrongNumber.userErrors()).isEqualTo(wrongEmail.userErrors());
        refused(wrongEmail, ErrorCode.NOT_FOUND);
        assertThat(tries.taken().values()).containsOnly(2);
    }

    @Test
    void whoGivesNoNumberOrNothingToProveItWithIsToldBeforeAnythingIsCounted() {
        refused(start(" ", "ada@example.com", null, null), ErrorCode.REQUIRED);
        refused(start("#1001", null, "", " "), ErrorCode.REQUIRED);
        assertThat(tries.taken()).isEmpty();
        verifyNoInteractions(orders);
    }

    /** Or one address could shut everybody out of an order or of the shop. */
    @ParameterizedTest
    @CsvSource({
        "order-look-up-address,        0",
        "order-look-up-order-from-one, 1",
        "order-look-up,                2",
        "order-look-up-shop,           3",
    })
    void whatComesBehindTheOneThatIsUsedUpIsNotTouched(String bucket, int before) {
        tries.useUp(bucket);
        refused(start("#1001", "ada@example.com", null, null), ErrorCode.THROTTLED);
        assertThat(tries.taken()).hasSize(before + 1);
        verifyNoInteractions(orders);
    }

    @Test
    void fromOneAddressTenTriesAtAnOrderAreEnough() {
        for (var i = 0; i < 10; i++) {
            refused(start("#1001", "bob@example.com", null, null), ErrorCode.NOT_FOUND);
        }
        refused(start("#1001", "ada@example.com", null, null), ErrorCode.THROTTLED);
    }

    @Test
    void anEndlessNumberIsLookedForByNobody() {
        refused(start("1".repeat(301), "ada@example.com", null, null), ErrorCode.THROTTLED);
        verifyNoInteractions(orders);
    }

    @Test
    void aPageOfNoShopLetsNobodyIn() {
        refused(
                door.startShopperSession(
                        new ShopperSessionController.StartShopperSessionInput("#1001", "ada@example.com", null, null)),
                ErrorCode.NOT_FOUND);
    }
}
