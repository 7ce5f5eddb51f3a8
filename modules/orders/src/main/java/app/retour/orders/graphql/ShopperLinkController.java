package app.retour.orders.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Origins;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.ErasedPast;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.shoppers.ShopperSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Links that staff hand to shoppers whose order has nothing that proves it. Each is noted in the audit. */
@Controller
class ShopperLinkController {
    static final Throttle.Limit LINKS = new Throttle.Limit("shopper-link", 60, Duration.ofMinutes(15));
    private final Orders orders;
    private final Tenants tenants;
    private final ShopperSessions sessions;
    private final ErasedPast past;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;
    private final Origins origins;

    ShopperLinkController(
            Orders orders,
            Tenants tenants,
            ShopperSessions sessions,
            ErasedPast past,
            Throttle throttle,
            Audit audit,
            Clock clock,
            Origins origins) {
        this.orders = orders;
        this.tenants = tenants;
        this.sessions = sessions;
        this.past = past;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.origins = origins;
    }

    record IssueShopperLinkInput(String orderId) {}

    record Issued(String url, Instant expiresAt) {}

    record IssueShopperLinkPayload(
            @Nullable String url, @Nullable Instant expiresAt, List<UserError> userErrors) {}

    @MutationMapping
    IssueShopperLinkPayload issueShopperLink(@Argument IssueShopperLinkInput input) {
        return Answers.of(
                () -> issue(new OrderId(GlobalId.parse(input.orderId, "Order"))),
                issued -> new IssueShopperLinkPayload(issued.url, issued.expiresAt, List.of()),
                errors -> new IssueShopperLinkPayload(null, null, errors));
    }

    private Issued issue(OrderId id) {
        var caller = Caller.current();
        if (!throttle.tryTake(LINKS, String.valueOf(caller.subject()))) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many links for now. Wait a few minutes, then try again");
        }
        var order = orders.find(id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such order", "orderId"));
        if (past.since(List.of(id)).containsKey(id)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Who bought this was erased; no link opens it", "orderId");
        }
        var expiresAt = clock.instant().plus(ShopperSessions.STAFF_LINK_LIFETIME);
        var token = sessions.issueStaffLink(caller.requireTenant(), id.value());
        audit.record("orders.linkIssued", "Order", id.value().toString(), Map.of("number", order.number()));
        return new Issued("%s/s/%s".formatted(origins.portalOf(tenants.current().slug()), token), expiresAt);
    }
}
