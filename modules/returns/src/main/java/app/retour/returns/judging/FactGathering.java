package app.retour.returns.judging;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.returns.eligibility.DeliveryDay;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.settings.ReturnSetup;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LocalDays;
import app.retour.tenants.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the rules need to know, and translates what they say. */
@Component
public class FactGathering {
    private final Orders orders;
    private final RequestedItems announced;
    private final Tenants tenants;
    private final ReturnSetup setup;
    private final EarlierRejections rejections;
    private final CustomFacts customFacts;
    private final ShopperPasts pasts;
    private final Clock clock;

    FactGathering(
            Orders orders,
            RequestedItems announced,
            Tenants tenants,
            ReturnSetup setup,
            EarlierRejections rejections,
            CustomFacts customFacts,
            ShopperPasts pasts,
            Clock clock) {
        this.orders = orders;
        this.announced = announced;
        this.tenants = tenants;
        this.setup = setup;
        this.rejections = rejections;
        this.customFacts = customFacts;
        this.pasts = pasts;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND when there is no such order */
    public Order order(UUID id) {
        return orders.find(new OrderId(id))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such order", "orderId"));
    }

    /** Between an order's currency and the shop's. */
    public CurrencyConversion conversion(Order order) {
        return new CurrencyConversion(order.currency(), tenants.current().currency(), order.exchangeRate());
    }

    /** Items of an order that came back, in part at least, for nothing. */
    public List<RequestedItem> worthless(UUID orderId) {
        return announced.ofOrder(orderId).stream()
                .filter(item -> item.worthNothing() > 0)
                .toList();
    }

    public ReturnableOrder returnable(UUID orderId) {
        return new ReturnableOrder(order(orderId), announced.ofOrder(orderId));
    }

    /**
     * The facts of items that are asked about or about to be stored, and what guards say of them.
     *
     * @param itself the return that they are of; null when nobody has asked for it yet
     */
    public List<ItemFacts> facts(
            ReturnableOrder before,
            List<JudgedItem> items,
            Instant submittedAt,
            @Nullable UUID itself,
            WithdrawalPeriod withdrawal) {
        var tenant = tenants.current();
        var buyer = orders.buyer(before.order(), submittedAt);
        var request = new RequestFacts(
                before,
                items,
                pasts.of(before.order(), buyer, itself, submittedAt),
                submittedAt,
                tenant.zone(),
                conversion(before.order()),
                setup.settings().assumedTransitDays(),
                withdrawal);
        var facts = request.all();
        var caps = setup.caps().guards(request.past().approved(), request.value(), tenant.currency());
        var own = customFacts.read(
                Facts.none(), buyer.attributes().ofOrder(), buyer.attributes().ofShopper());
        return IntStream.range(0, items.size())
                .mapToObj(i -> new ItemFacts(
                        facts.get(i).itemRef(),
                        facts.get(i).facts().and(own),
                        Stream.concat(rejections.guards(before, items.get(i)).stream(), caps.stream())
                                .toList()))
                .toList();
    }

    /** Until when the order's shopper may withdraw, by what is known now. */
    public WithdrawalPeriod withdrawal(Order order) {
        return WithdrawalPeriod.of(
                order,
                delivery(order),
                () -> orders.shipTo(order.id()).map(PostalAddress::province).orElse(null));
    }

    public DeliveryDay delivery(Order order) {
        return DeliveryDay.of(
                order, setup.settings().assumedTransitDays(), tenants.current().zone());
    }

    /** By the merchant's calendar. */
    public LocalDate today() {
        return LocalDays.dateOf(clock.instant(), tenants.current().zone());
    }

    /** What the rules attach to an item, where they are silent the merchant's settings. */
    public static ItemTerms terms(Effects effects, ReturnShipping usual) {
        var shipping = effects.returnShipping();
        return ItemTerms.of(
                effects.keepItem(),
                effects.fee(),
                shipping == null ? usual : shipping,
                effects.refundMoment(),
                effects.evidence());
    }
}
