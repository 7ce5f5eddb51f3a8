package app.retour.returns;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.orders.OrderLine;
import app.retour.returns.eligibility.ReturnOptions;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.judging.JudgedItem;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.refunds.RefundableItems;
import app.retour.returns.settings.ReturnSettings;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.waterfall.Charges;
import app.retour.returns.waterfall.RefundableItem;
import app.retour.rules.Policies;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.publishing.PolicySource;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what could be returned and what would apply. Stores nothing. */
@Component
class ReturnPreviews {
    private final FactGathering judging;
    private final RequestCheck check;
    private final ItemDecisions itemDecisions;
    private final RefundPlanning planning;
    private final Policies policies;
    private final ReturnSetup setup;
    private final Clock clock;

    ReturnPreviews(
            FactGathering judging,
            RequestCheck check,
            ItemDecisions itemDecisions,
            RefundPlanning planning,
            Policies policies,
            ReturnSetup setup,
            Clock clock) {
        this.judging = judging;
        this.check = check;
        this.itemDecisions = itemDecisions;
        this.planning = planning;
        this.policies = policies;
        this.setup = setup;
        this.clock = clock;
    }

    ReturnOptions options(java.util.UUID orderId) {
        var order = judging.returnable(orderId);
        var settings = setup.settings();
        return new ReturnOptions(
                orderId,
                order.order().number(),
                order.order().placedAt(),
                order.order().lines().stream()
                        .filter(line -> line.quantity() > 0)
                        .map(line -> option(order, line, settings))
                        .toList(),
                setup.reasons(false),
                settings.resolutions());
    }

    private ReturnOptions.ReturnableLine option(ReturnableOrder order, OrderLine line, ReturnSettings settings) {
        return new ReturnOptions.ReturnableLine(
                line.id().value(),
                line.sku(),
                line.title(),
                line.variantTitle(),
                line.imageFile(),
                line.quantity(),
                order.returnable(line),
                ReturnableOrder.unitPaid(line),
                order.blocked(line),
                settings.resolutions().contains(Resolution.EXCHANGE) && order.returnable(line) > 0
                        ? check.variants(line)
                        : List.of());
    }

    ReturnPreview preview(ReturnRequest request) {
        var order = judging.returnable(request.orderId());
        var wanted = check.check(request, order);
        var judged =
                wanted.stream().map(item -> JudgedItem.of(Ids.next(), item)).toList();
        var said = itemDecisions.preview(order, judged).items();
        var terms = said.stream().map(itemDecisions::terms).toList();
        var refundables = new ArrayList<RefundableItem>();
        var charges = new Charges(judging.conversion(order.order()));
        var labelFree = false;
        for (var i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).resolution() == Resolution.REFUND) {
                refundables.add(RefundableItems.of(judged.get(i).ref(), wanted.get(i), terms.get(i), charges));
            } else {
                labelFree |= !terms.get(i).keepItem() && terms.get(i).returnShipping() == ReturnShipping.MERCHANT;
            }
        }
        var expected = planning.estimate(order, refundables, charges, labelFree);
        var items = new ArrayList<ReturnPreview.Item>();
        for (var i = 0; i < wanted.size(); i++) {
            var worth = expected == null || wanted.get(i).resolution() != Resolution.REFUND
                    ? wanted.get(i).worth()
                    : expected.goodsOf(judged.get(i).ref());
            items.add(item(order, wanted.get(i), said.get(i), terms.get(i), worth));
        }
        return new ReturnPreview(List.copyOf(items), expected);
    }

    /** @param worth of which a fee is taken, as in the refund */
    private ReturnPreview.Item item(
            ReturnableOrder order, WantedItem wanted, ItemJudgement said, ItemTerms terms, Money worth) {
        var on = setup.settings().resolutions();
        var allowed = said.effects().allowedResolutions();
        var conversion = judging.conversion(order.order());
        var stated = terms.fee(conversion.shop());
        var fee = terms.feeOn(worth, wanted.quantity(), conversion);
        return new ReturnPreview.Item(
                wanted.orderLineId(),
                wanted.quantity(),
                allowed == null ? on : on.stream().filter(allowed::contains).toList(),
                itemDecisions.daysSinceDelivery(order),
                itemDecisions.deliveryAssumed(order),
                fee,
                fee == null ? null : feeText(stated),
                fee == null ? null : terms.feePer(),
                fee != null && stated instanceof Fee.Percent percent ? percent.rate() : null,
                terms.returnShipping(),
                terms.photosWanted(),
                terms.commentWanted());
    }

    private static @Nullable String feeText(Fee fee) {
        return switch (fee) {
            case Fee.Waived _ -> null;
            case Fee.Flat flat -> "A fee is kept back " + said(flat.per());
            case Fee.Percent(var rate, var per) -> "A fee of %s %% is kept back %s".formatted(plain(rate), said(per));
        };
    }

    private static String said(Fee.Per per) {
        return switch (per) {
            case UNIT -> "for each unit";
            case ITEM -> "for this item";
            case RETURN -> "once for the whole return";
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    List<TriedItem> tryOnOrder(ReturnRequest request, boolean draft) {
        var order = judging.returnable(request.orderId());
        var wanted = check.check(request, order);
        var judged =
                wanted.stream().map(item -> JudgedItem.of(Ids.next(), item)).toList();
        var tried = policies.tryOut(
                draft ? PolicySource.DRAFT : PolicySource.LIVE,
                judging.facts(order, judged, clock.instant(), null, judging.withdrawal(order.order())));
        var result = new ArrayList<TriedItem>();
        for (var i = 0; i < tried.size(); i++) {
            var said = tried.get(i).judgement();
            result.add(new TriedItem(
                    wanted.get(i).orderLineId(),
                    said.outcome(),
                    said.because(),
                    said.shopperReason() == null ? null : said.shopperReason().own(),
                    said.undetermined(),
                    tried.get(i).trace()));
        }
        return List.copyOf(result);
    }
}
