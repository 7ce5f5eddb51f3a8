package app.retour.returns.judging;

import static app.retour.rules.vocabulary.FactName.*;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.Tender;
import app.retour.returns.eligibility.DeliveryDay;
import app.retour.returns.eligibility.LegalGrounds;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.record.RequestedItem;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LocalDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of the vocabulary about the items of one return, fixed at its first submission. What no source supplied is
 * left unknown, never guessed.
 *
 * @param before what other returns announced of the order
 * @param withdrawal of the order, fixed at the first submission and never moved back
 * @param conversion of the order; where it has another currency and no rate, amounts are unknown
 */
record RequestFacts(
        ReturnableOrder before,
        List<JudgedItem> items,
        ShopperPast past,
        Instant submittedAt,
        ZoneId zone,
        CurrencyConversion conversion,
        @Nullable Integer transitDays,
        WithdrawalPeriod withdrawal) {

    List<ItemFacts> all() {
        var shared = about(order(), Facts.none());
        return items.stream()
                .map(item -> new ItemFacts(item.ref(), about(item, shared)))
                .toList();
    }

    private Order order() {
        return before.order();
    }

    private DeliveryDay delivery() {
        return DeliveryDay.of(order(), transitDays, zone);
    }

    private Facts about(JudgedItem item, Facts shared) {
        var line = before.line(item.orderLineId());
        var delivery = delivery();
        var today = LocalDays.dateOf(submittedAt, zone);
        var days = delivery.daysUntil(today);
        return shared.text(ITEM_REASON, item.reasonCode())
                .choice(ITEM_REASON_GROUP, item.reasonGroup())
                .number(ITEM_COMMENT_LENGTH, item.commentLength())
                .number(ITEM_QUANTITY, item.quantity())
                .money(ITEM_UNIT_PRICE_PAID, unitPaid(item, line))
                .money(ITEM_VALUE, own(item.value()))
                .text(ITEM_SKU, line.sku())
                .text(ITEM_PRODUCT_TYPE, line.productType())
                .text(ITEM_VENDOR, line.vendor())
                .texts(ITEM_TAGS, line.tags())
                .number(ITEM_WEIGHT, line.weightGrams() == null ? null : line.weightGrams() * item.quantity())
                .percent(ITEM_DISCOUNT, discount(line))
                .flag(ITEM_FINAL_SALE, line.finalSale())
                .flag(ITEM_GIFT_CARD, line.giftCard())
                .number(ITEM_DAYS_SINCE_DELIVERY, days)
                .flag(ITEM_DELIVERY_ASSUMED, delivery.date() == null ? null : delivery.assumed())
                .choice(ITEM_REQUESTED_RESOLUTION, item.resolution())
                .number(ITEM_PHOTOS, item.photos())
                .choice(LEGAL_BASIS, LegalGrounds.of(order(), item.reasonGroup(), withdrawal, today));
    }

    private Facts about(Order order, Facts none) {
        var today = LocalDays.dateOf(submittedAt, zone);
        var reasons = items.stream().map(JudgedItem::reasonCode).distinct().toList();
        var groups =
                items.stream().map(item -> item.reasonGroup().name()).distinct().toList();
        return shopper(none.money(ORDER_VALUE, own(order.subtotal()))
                .money(ORDER_TOTAL, own(order.total()))
                .text(ORDER_CURRENCY, order.currency().getCurrencyCode())
                .text(ORDER_COUNTRY, order.shippingCountry())
                .texts(ORDER_TAGS, order.tags())
                .texts(ORDER_DISCOUNT_CODES, order.discountCodes())
                .texts(ORDER_TENDERS, tenders(order))
                .text(ORDER_CHANNEL, order.channel())
                .flag(ORDER_GIFT, order.gift())
                .flag(ORDER_BUSINESS, order.business())
                .number(ORDER_EARLIER_RETURNS, earlierReturns())
                .date(ORDER_DATE, LocalDays.dateOf(order.placedAt(), zone))
                .date(ORDER_DELIVERY_DATE, delivery().date())
                .number(ITEM_DAYS_SINCE_ORDER, Math.max(0, LocalDays.between(order.placedAt(), submittedAt, zone)))
                .number(
                        ITEM_DAYS_SINCE_FULFILMENT,
                        order.fulfilledAt() == null
                                ? null
                                : Math.max(0, LocalDays.between(order.fulfilledAt(), submittedAt, zone)))
                .money(RETURN_VALUE, money(value()))
                .money(RETURN_VALUE_LEFT, left())
                .number(
                        RETURN_ITEM_COUNT,
                        items.stream().mapToInt(JudgedItem::quantity).sum())
                .flag(RETURN_FULL, before.isFullWith(units()))
                .date(RETURN_DATE, today)
                .texts(RETURN_ANY_REASON, reasons)
                .texts(RETURN_ANY_REASON_GROUP, groups)
                .texts(RETURN_EVERY_REASON, reasons.size() == 1 ? reasons : List.of())
                .texts(RETURN_EVERY_REASON_GROUP, groups.size() == 1 ? groups : List.of()));
    }

    private Facts shopper(Facts facts) {
        var shopper = past.shopper();
        var history = past.history();
        return facts.texts(SHOPPER_TAGS, shopper == null ? null : shopper.tags())
                .number(SHOPPER_ORDERS, history == null ? null : history.lifetimeOrders())
                .money(SHOPPER_SPEND, history == null ? null : ofShop(history.lifetimeSpend()))
                .number(SHOPPER_RETURNS_90_DAYS, past.knownReturnsIn90Days(submittedAt))
                .percent(SHOPPER_RETURN_RATE, past.returnRate())
                .number(SHOPPER_AUTO_APPROVALS, past.approved().returns())
                .money(SHOPPER_AUTO_APPROVED_VALUE, money(past.approved().value()))
                .flag(SHOPPER_BLOCKED, shopper != null && Boolean.TRUE.equals(shopper.blocked()))
                .flag(SHOPPER_FIRST_ORDER, past.firstOrder());
    }

    private Map<UUID, Integer> units() {
        return items.stream().collect(Collectors.toMap(JudgedItem::orderLineId, JudgedItem::quantity, Integer::sum));
    }

    private int earlierReturns() {
        return (int) before.announced().stream()
                .map(RequestedItem::returnId)
                .distinct()
                .count();
    }

    private Money earlierValue() {
        return Money.sum(
                order().currency(),
                before.announced().stream()
                        .filter(RequestedItem::isLive)
                        .map(item -> item.value(order().currency()))
                        .toList());
    }

    /** Of the whole return; null in another currency than the shop's, if nobody told a rate. */
    @Nullable
    ShopAmount value() {
        return conversion.toShop(returnValue()).orElse(null);
    }

    private Money returnValue() {
        return Money.sum(
                order().currency(), items.stream().map(JudgedItem::value).toList());
    }

    /** What stays: amounts are converted first, so that in the shop's currency too the parts sum to the whole. */
    private @Nullable Money left() {
        var whole = own(order().subtotal());
        var earlier = own(earlierValue());
        var now = own(returnValue());
        return whole == null || earlier == null || now == null
                ? null
                : whole.minus(earlier).minus(now);
    }

    /** Of another currency's line it is the item's value by unit, so that the two agree to the coin. */
    private @Nullable Money unitPaid(JudgedItem item, OrderLine line) {
        if (conversion.order().equals(conversion.shop())) {
            return own(ReturnableOrder.unitPaid(line));
        }
        var value = own(item.value());
        return value == null
                ? null
                : Money.rounded(
                        value.amount().divide(BigDecimal.valueOf(item.quantity()), 8, RoundingMode.HALF_UP),
                        value.currency());
    }

    private @Nullable Money own(Money amount) {
        return money(conversion.toShop(amount).orElse(null));
    }

    private @Nullable Money ofShop(@Nullable Money amount) {
        return amount == null || !amount.currency().equals(conversion.shop()) ? null : amount;
    }

    private static @Nullable Money money(@Nullable ShopAmount amount) {
        return amount == null ? null : amount.money();
    }

    private static @Nullable Collection<String> tenders(Order order) {
        return order.tenders().isEmpty()
                ? null
                : order.tenders().stream()
                        .map(Tender::kind)
                        .map(Enum::name)
                        .distinct()
                        .toList();
    }

    private static BigDecimal discount(OrderLine line) {
        var list = line.unitPrice().times(line.quantity());
        if (list.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        return list.subtract(line.paid().amount())
                .movePointRight(2)
                .divide(list, 2, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO);
    }
}
