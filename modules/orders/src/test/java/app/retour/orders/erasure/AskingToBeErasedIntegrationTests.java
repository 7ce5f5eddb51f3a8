package app.retour.orders.erasure;

import static app.retour.orders.OrderFixtures.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.ToldOrders;
import app.retour.tenants.MailQuota;
import app.retour.tenants.Throttle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The link goes to the address that the shop has; what one count refuses takes nothing from the others. */
class AskingToBeErasedIntegrationTests extends Erasing {
    private static final MailQuota PLENTY = () -> true;
    private final String local = "s" + Ids.next();

    private Order anOrderOfTheirs() {
        live();
        return buys(local + "@bücher.example", "1001");
    }

    private static String of(Order order) {
        return Objects.requireNonNull(order.shopper()).value().toString();
    }

    private void refused(MailQuota quota, OrderId order, ErrorCode code) {
        assertThatThrownBy(() -> as(() -> sent(asking(quota), order)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(mailed()).isEmpty();
    }

    private List<String> mailed() {
        return jdbc.sql("select kind from tenants.account_mail where recipient like ?")
                .param(local + "%")
                .query(String.class)
                .list();
    }

    /** Takes what is left, so ask last. */
    private int left(Throttle.Limit limit, String key) {
        return throttle.takeUpTo(limit, key, limit.tries());
    }

    @Test
    void theLinkGoesToTheAddressThatTheShopHasInTheLanguageTheyRead() {
        var order = anOrderOfTheirs().id();
        as(() -> {
            asking(PLENTY).sendLink(order, Locale.GERMAN);
            return sent(asking(PLENTY), order);
        });
        assertThat(mailed()).containsExactlyInAnyOrder("ERASURE_DE", "ERASURE");
        assertThat(left(ErasureRequests.BY_ADDRESS, local + "@xn--bcher-kva.example"))
                .as("as mail servers are told it, in whatever shop")
                .isEqualTo(8);
    }

    @Test
    void whoIsNotKnownAsksTheShop() {
        live();
        refused(PLENTY, new OrderId(Ids.next()), ErrorCode.NOT_FOUND);
        var ofNobody = as(() -> orders.upsert(ToldOrders.order(aLine("A", 1, "10.00"))));
        as(() -> transactions.execute(_ ->
                jdbc.sql("update orders.customer_order set shopper_id = null").update()));
        refused(PLENTY, ofNobody.id(), ErrorCode.NOT_FOUND);
    }

    @Test
    void aShopThatIsNotLiveSendsNoneAndCountsNothing() {
        var order = buys(local + "@bücher.example", "1001");
        refused(PLENTY, order.id(), ErrorCode.WRONG_STATE);
        assertThat(left(ErasureRequests.BY_SHOPPER, of(order))).isEqualTo(3);
    }

    @Test
    void whatTheAddressIsRefusedIsGivenBackToThemAndTakesNothingFromTheShop() {
        var order = anOrderOfTheirs();
        left(ErasureRequests.BY_ADDRESS, local + "@xn--bcher-kva.example");
        refused(
                () -> {
                    throw new AssertionError("The shop's mails are not touched");
                },
                order.id(),
                ErrorCode.THROTTLED);
        assertThat(left(ErasureRequests.BY_SHOPPER, of(order))).isEqualTo(3);
        assertThat(left(ErasureRequests.BY_SHOP, tenant.toString())).isEqualTo(200);
    }

    @Test
    void whatTheShopIsRefusedIsGivenBackToThemAndToTheAddress() {
        var order = anOrderOfTheirs();
        refused(() -> false, order.id(), ErrorCode.THROTTLED);
        assertThat(left(ErasureRequests.BY_SHOPPER, of(order))).isEqualTo(3);
        assertThat(left(ErasureRequests.BY_ADDRESS, local + "@xn--bcher-kva.example"))
                .isEqualTo(10);
    }

    @Test
    void linksAreMailedAsOftenAsTheAddressAndTheShopAllow() {
        var left = new int[] {100};
        var requests = asking(() -> left[0]-- > 0);
        var email = "s" + Ids.next() + "@shopper.example";
        for (var shop = 0; shop < 4; shop++) {
            live();
            var order = buys(email, "1001").id();
            for (var mail = 0; mail < (shop == 3 ? 1 : 3); mail++) {
                as(() -> sent(requests, order));
            }
            throttled(List.of(), requests, order);
        }
        assertThat(left[0])
                .as("counted with the shop's mails, and only what left")
                .isEqualTo(90);
        live();
        left[0] = 0;
        var other = buys("other" + email, "1001").id();
        throttled(List.of("shop"), requests, other);
        left[0] = 3;
        for (var mail = 0; mail < 3; mail++) {
            as(() -> sent(requests, other));
        }
        assertThat(jdbc.sql("select count(*) from tenants.account_mail where recipient like ?")
                        .param("%" + email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(13);
    }
}
