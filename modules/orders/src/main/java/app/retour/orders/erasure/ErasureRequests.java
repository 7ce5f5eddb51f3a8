package app.retour.orders.erasure;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.Shopper;
import app.retour.tenants.MailQuota;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.shoppers.ShopperMails;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * A shopper who wants to be erased: the link goes to the address that the shop has of them, so nobody else can. In no
 * transaction: tries are counted before one begins.
 */
@Service
public class ErasureRequests {
    static final Throttle.Limit BY_SHOPPER = new Throttle.Limit("erasure-link", 3, Duration.ofHours(24));
    /** Over all shops: nobody's mailbox is filled by opening one shop after another. */
    static final Throttle.Limit BY_ADDRESS = new Throttle.Limit("erasure-link-address", 10, Duration.ofHours(24));

    static final Throttle.Limit BY_SHOP = new Throttle.Limit("erasure-link-shop", 200, Duration.ofHours(1));
    private final Orders orders;
    private final Tenants tenants;
    private final ErasureLinks links;
    private final ShopperMails mails;
    private final Throttle throttle;
    private final ObjectProvider<MailQuota> quotas;

    ErasureRequests(
            Orders orders,
            Tenants tenants,
            ErasureLinks links,
            ShopperMails mails,
            Throttle throttle,
            ObjectProvider<MailQuota> quotas) {
        this.quotas = quotas;
        this.orders = orders;
        this.tenants = tenants;
        this.links = links;
        this.mails = mails;
        this.throttle = throttle;
    }

    /** @throws Refusal NOT_FOUND for an order of nobody known, WRONG_STATE before the shop is live, THROTTLED */
    public void sendLink(OrderId order, Locale reader) {
        var shopper = orders.find(order)
                .flatMap(found -> Optional.ofNullable(found.shopper()))
                .flatMap(orders::shopper)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "We have no e-mail address of yours. Please ask the shop to erase your data"));
        if (!tenants.current().live()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This shop sends no mails yet. Please ask it to erase your data");
        }
        take(shopper);
        mails.queueErasureLink(
                shopper.email(),
                reader,
                links.issue(TenantContext.current(), shopper.id().value()));
    }

    /** What the address is refused takes nothing from the shop; what the shop is refused is given back to the address. */
    private void take(Shopper shopper) {
        var them = shopper.id().value().toString();
        var address = MailAddress.of(shopper.email()).map(MailAddress::envelope).orElse(shopper.email());
        if (!throttle.tryTake(BY_SHOPPER, them)) {
            throw sentAlready();
        }
        if (!throttle.tryTake(BY_ADDRESS, address)) {
            throttle.giveBack(BY_SHOPPER, them, 1);
            throw sentAlready();
        }
        if (!throttle.tryTake(BY_SHOP, TenantContext.current().toString())
                || !quotas.orderedStream().allMatch(MailQuota::tryTake)) {
            throttle.giveBack(BY_SHOPPER, them, 1);
            throttle.giveBack(BY_ADDRESS, address, 1);
            throw new Refusal(
                    ErrorCode.THROTTLED,
                    "This shop has sent as many mails as it may for now. Please come back in an hour, or ask the shop",
                    "shop");
        }
    }

    private static Refusal sentAlready() {
        return new Refusal(
                ErrorCode.THROTTLED,
                "The mail was sent several times already. Please look for it, or come back tomorrow");
    }
}
