package app.retour.returns.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Money;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.PostalLines;
import app.retour.returns.Returns;
import app.retour.returns.ShopperView;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.NextStep;
import app.retour.returns.status.TeamStep;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.view.StaffTask;
import app.retour.returns.waterfall.Waterfall;
import app.retour.tenants.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of a return that its snapshot does not hold. */
@Controller
@SchemaMapping(typeName = "Return")
class ReturnFields {
    private final Returns returns;
    private final Orders orders;
    private final Tenants tenants;

    ReturnFields(Returns returns, Orders orders, Tenants tenants) {
        this.returns = returns;
        this.orders = orders;
        this.tenants = tenants;
    }

    @SchemaMapping
    String id(Return of) {
        return GlobalId.of("Return", of.returnId().value());
    }

    @SchemaMapping
    String orderId(Return of) {
        return GlobalId.of("Order", of.orderId());
    }

    @SchemaMapping
    @Nullable
    String shopperId(Return of) {
        var shopper = of.shopperId();
        return shopper == null ? null : GlobalId.of("Shopper", shopper);
    }

    @SchemaMapping
    @Nullable
    String shopperName(Return of) {
        return shopper(of).map(Shopper::name).orElse(null);
    }

    @SchemaMapping
    @Nullable
    String shopperEmail(Return of) {
        return shopper(of).map(Shopper::email).orElse(null);
    }

    private Optional<Shopper> shopper(Return of) {
        return of.shopperId() instanceof UUID shopper ? orders.shopper(new ShopperId(shopper)) : Optional.empty();
    }

    @SchemaMapping
    String headlineText(Return of) {
        return HeadlineText.of(of.headline());
    }

    @SchemaMapping
    List<Milestone> milestones(Return of) {
        return view(of).milestones();
    }

    @SchemaMapping
    List<NextStep> nextSteps(Return of) {
        return view(of).nextSteps();
    }

    @SchemaMapping
    List<TeamStep> teamSteps(Return of) {
        return Caller.current().is(Caller.Kind.SHOPPER) ? List.of() : returns.teamSteps(of.returnId());
    }

    @SchemaMapping
    boolean canCancel(Return of) {
        return view(of).canCancel();
    }

    @SchemaMapping
    boolean canAnnounceTracking(Return of) {
        return view(of).canAnnounceTracking();
    }

    @SchemaMapping
    @Nullable
    String slipPath(Return of) {
        if (!view(of).hasSlip()) {
            return null;
        }
        var path = "/returns/" + id(of) + "/slip.pdf";
        return ReturnController.isShopper() ? "/r/" + tenants.current().slug() + path : path;
    }

    @SchemaMapping
    @Nullable
    List<String> sendTo(Return of, Locale asked) {
        var merchant = tenants.current();
        var language = asked.getLanguage().isEmpty() ? merchant.locale() : asked;
        return view(of).hasSlip() && merchant.returnAddress() != null
                ? PostalLines.of(merchant.returnAddress(), language)
                : null;
    }

    /** A refund that waits for a person, or only lowers the bill, is no money to promise. */
    @SchemaMapping
    List<Refund> refunds(Return of) {
        return Caller.current().is(Caller.Kind.SHOPPER)
                ? of.refunds().stream().filter(refund -> !refund.held()).toList()
                : of.refunds();
    }

    private ShopperView view(Return of) {
        return returns.shopperView(of.returnId());
    }

    @SchemaMapping
    Optional<Waterfall> estimate(Return of) {
        return returns.estimate(of.returnId());
    }

    @SchemaMapping
    List<ReturnStep> timeline(Return of) {
        return returns.timeline(of.returnId());
    }

    @SchemaMapping
    List<Receipt> receipts(Return of) {
        // What the warehouse noted is for the team; the schema closes the fields, this closes the list.
        return Caller.current().is(Caller.Kind.SHOPPER) ? List.of() : returns.receipts(of.returnId());
    }

    @SchemaMapping
    List<Discrepancy> discrepancies(Return of) {
        return returns.discrepancies(of.returnId());
    }

    @SchemaMapping
    List<StaffTask> tasks(Return of) {
        return returns.tasks(of.returnId());
    }

    @SchemaMapping
    Money value(Return of) {
        return Money.sum(
                of.currency(), of.items().stream().map(ReturnItem::value).toList());
    }
}
