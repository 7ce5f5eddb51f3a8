package app.retour.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.tenants.MailQuota;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.shoppers.ShopperMails;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The link goes to the address that the shop has; what one count refuses takes nothing from the others. */
class AskingToBeErasedTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final OrderId ORDER = new OrderId(Ids.next());
    private static final ShopperId ADA = new ShopperId(Ids.next());
    private final Orders orders = mock(Orders.class);
    private final Tenants tenants = mock(Tenants.class, RETURNS_DEEP_STUBS);
    private final ErasureLinks links = mock(ErasureLinks.class);
    private final ShopperMails mails = mock(ShopperMails.class);
    private final Throttle throttle = mock(Throttle.class);
    private final MailQuota quota = mock(MailQuota.class);
    private final ErasureRequests requests = requests();

    private ErasureRequests requests() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("quota", quota);
        return new ErasureRequests(orders, tenants, links, mails, throttle, beans.getBeanProvider(MailQuota.class));
    }

    @BeforeEach
    void anOrderOfAdas() {
        var order = mock(Order.class);
        when(order.shopper()).thenReturn(ADA);
        var ada = new Shopper(ADA, "ada@bücher.example", "Ada", null, null, null, null, null, null);
        when(orders.find(ORDER)).thenReturn(Optional.of(order));
        when(orders.shopper(ADA)).thenReturn(Optional.of(ada));
        when(tenants.current().live()).thenReturn(true);
        when(links.issue(SHOP, ADA.value())).thenReturn("token");
        when(throttle.tryTake(any(Throttle.Limit.class), anyString())).thenReturn(true);
        when(quota.tryTake()).thenReturn(true);
    }

    private void ask(OrderId order) {
        TenantContext.runAs(SHOP, () -> requests.sendLink(order, Locale.GERMAN));
    }

    private void refused(OrderId order, ErrorCode code) {
        assertThatThrownBy(() -> ask(order))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        verifyNoInteractions(mails);
    }

    @Test
    void theLinkGoesToTheAddressThatTheShopHasInTheLanguageTheyRead() {
        ask(ORDER);
        verify(mails).queueErasureLink("ada@bücher.example", Locale.GERMAN, "token");
        verify(throttle).tryTake(ErasureRequests.BY_ADDRESS, "ada@xn--bcher-kva.example");
    }

    @Test
    void whoIsNotKnownOrOfAShopThatSendsNoMailsAsksTheShop() {
        refused(new OrderId(Ids.next()), ErrorCode.NOT_FOUND);
        when(orders.shopper(ADA)).thenReturn(Optional.empty());
        refused(ORDER, ErrorCode.NOT_FOUND);
    }

    @Test
    void aShopThatIsNotLiveSendsNone() {
        when(tenants.current().live()).thenReturn(false);
        refused(ORDER, ErrorCode.WRONG_STATE);
        verify(throttle, never()).tryTake(any(Throttle.Limit.class), anyString());
    }

    @Test
    void whatTheAddressIsRefusedIsGivenBackToThem() {
        when(throttle.tryTake(eq(ErasureRequests.BY_ADDRESS), anyString())).thenReturn(false);
        refused(ORDER, ErrorCode.THROTTLED);
        verify(throttle, times(1)).giveBack(any(), eq(ADA.value().toString()), eq(1));
        verify(throttle, never()).tryTake(eq(ErasureRequests.BY_SHOP), anyString());
        verify(quota, never()).tryTake();
    }

    @Test
    void whatTheShopIsRefusedIsGivenBackToThemAndToTheAddress() {
        when(quota.tryTake()).thenReturn(false);
        refused(ORDER, ErrorCode.THROTTLED);
        verify(throttle).giveBack(any(), eq(ADA.value().toString()), eq(1));
        verify(throttle).giveBack(ErasureRequests.BY_ADDRESS, "ada@xn--bcher-kva.example", 1);
    }
}
