package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Orders;
import app.retour.tenants.ShopperSessions;
import app.retour.tenants.TenantContext;
import app.retour.tenants.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;

/**
 * Lets a shopper in. The answer, and the work for it, are the same whether the number, the e-mail or the postcode is
 * wrong; tries are counted per order number, per address and per shop, whether or not they succeed.
 */
@Controller
class ShopperSessionController {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int TRIES_BY_NUMBER = 10;
    private static final int TRIES_BY_ADDRESS = 40;
    private static final int TRIES_BY_SHOP = 2_000;
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
        if (number.length() > LONGEST || !mayTry(tenant + " " + number, tenant.toString())) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries. Wait a few minutes, then try again");
        }
        return orders.prove(input.orderNumber, byEmail ? input.email : null, input.postcode, input.phone)
                .map(order -> sessions.issue(tenant, order.value(), byEmail))
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND,
                        "We find no order with this number and this e-mail or postcode. Check both and try again"));
    }

    private boolean mayTry(String order, String shop) {
        var address = address();
        return throttle.tryTake("order-look-up", order, TRIES_BY_NUMBER, PERIOD)
                && throttle.tryTake("order-look-up-shop", shop, TRIES_BY_SHOP, PERIOD)
                && (address == null || throttle.tryTake("order-look-up-address", address, TRIES_BY_ADDRESS, PERIOD));
    }

    /** Unknown where the portal asks in-process; then number and shop are counted. */
    private static @Nullable String address() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
