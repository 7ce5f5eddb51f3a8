package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.ErasureLinks;
import app.retour.tenants.ShopperMails;
import app.retour.tenants.TenantContext;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * A shopper who wants to be erased: the link goes to the address that the shop has of them, so nobody else can. In no
 * transaction: tries are counted before one begins.
 */
@Service
public class ErasureRequests {
    private static final Throttle.Limit BY_SHOPPER = new Throttle.Limit("erasure-link", 3, Duration.ofHours(24));
    private final Orders orders;
    private final Tenants tenants;
    private final ErasureLinks links;
    private final ShopperMails mails;
    private final Throttle throttle;

    ErasureRequests(Orders orders, Tenants tenants, ErasureLinks links, ShopperMails mails, Throttle throttle) {
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
        var shop = tenants.current();
        if (!shop.live()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This shop sends no mails yet. Please ask it to erase your data");
        }
        if (!throttle.tryTake(BY_SHOPPER, shopper.id().value().toString())) {
            throw new Refusal(
                    ErrorCode.THROTTLED,
                    "The mail was sent several times already. Please look for it, or come back tomorrow");
        }
        mails.queueErasureLink(
                shopper.email(),
                reader,
                shop,
                links.issue(TenantContext.current(), shopper.id().value()));
    }
}
