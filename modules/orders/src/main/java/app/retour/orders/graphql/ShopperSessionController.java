package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Orders;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Throttle;
import app.retour.tenants.shoppers.ShopperSessions;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;

/**
 * Lets a shopper in. The answer, and the work for it, are the same whether the number, the e-mail or the postcode is
 * wrong. Failures are counted, by the address first: what one address is refused takes nothing from the order or the shop, and
 * no single address can use up an order's. Who is shut out all the same has the link in their mail.
 */
@Controller
class ShopperSessionController {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final Throttle.Limit BY_ADDRESS = new Throttle.Limit("order-look-up-address", 40, PERIOD);
    private static final Throttle.Limit BY_ORDER_FROM_ONE =
            new Throttle.Limit("order-look-up-order-from-one", 10, PERIOD);
    private static final Throttle.Limit BY_ORDER = new Throttle.Limit("order-look-up", 20, PERIOD);
    private static final Throttle.Limit BY_SHOP = new Throttle.Limit("order-look-up-shop", 2_000, PERIOD);
    private static final int LONGEST = 300;
    private final Orders orders;
    private final ShopperSessions sessions;
    private final Throttle throttle;

    ShopperSessionController(Orders orders, ShopperSessions sessions, Throttle throttle) {
        this.orders = orders;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    record StartShopperSessionInput(
            String orderNumber,
            @Nullable String email,
            @Nullable String postcode,
            @Nullable String phone) {}

    record StartShopperSessionPayload(@Nullable String token, List<UserError> userErrors) {}

    @MutationMapping
    StartShopperSessionPayload startShopperSession(@Argument StartShopperSessionInput input) {
        return Answers.of(
                () -> start(input),
                token -> new StartShopperSessionPayload(token, List.of()),
                errors -> new StartShopperSessionPayload(null, errors));
    }

    private String start(StartShopperSessionInput input) {
        var tenant = TenantContext.find()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "This page belongs to no shop"));
        var byEmail = isGiven(input.email);
        if (!isGiven(input.orderNumber)) {
            throw new Refusal(ErrorCode.REQUIRED, "Give the number of your order", "orderNumber");
        }
        if (!byEmail && !isGiven(input.postcode) && !isGiven(input.phone)) {
            throw new Refusal(ErrorCode.REQUIRED, "Give the e-mail or the postcode of your order", "email");
        }
        var number = input.orderNumber.strip().toLowerCase(Locale.ROOT).replaceFirst("^#+", "");
        var counts = counts(tenant.toString(), number);
        if (number.length() > LONGEST || !mayTry(counts)) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries. Wait a few minutes, then try again");
        }
        var order = orders.prove(input.orderNumber, byEmail ? input.email : null, input.postcode, input.phone)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "We find no order with this number and this e-mail or postcode. Check both and try again"));
        counts.forEach(count -> throttle.giveBack(count.limit, count.key, 1));
        return sessions.issue(tenant, order.value(), byEmail);
    }

    record Count(Throttle.Limit limit, String key) {}

    /** The address is unknown where nobody says it; all such callers are one then. */
    static List<Count> counts(String shop, String number) {
        var address = address();
        var order = shop + " " + number;
        var onOrder = List.of(
                new Count(BY_ORDER_FROM_ONE, order + " " + address),
                new Count(BY_ORDER, order),
                new Count(BY_SHOP, shop));
        return address.isEmpty()
                ? onOrder
                : Stream.concat(Stream.of(new Count(BY_ADDRESS, address)), onOrder.stream())
                        .toList();
    }

    /** What comes after the one that is used up is not touched. */
    private boolean mayTry(List<Count> counts) {
        return counts.stream().allMatch(count -> throttle.tryTake(count.limit, count.key));
    }

    private static String address() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? CallerNetwork.of(details.getRemoteAddress())
                : "";
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
