package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.EarlierRefunds;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a refund keeps while others of its return give it back, and none of them is paid: it need not be kept in the first
 * place. Else one could be paid what the other never keeps.
 *
 * @param others that nobody paid yet
 */
record SparedFees(Reimbursement refund, List<Reimbursement> others) {

    /** Takes what they give back off again, up to what is kept; empty when they give back nothing of it. */
    List<EarlierRefunds.Given> takenBack() {
        if (others.stream().noneMatch(Reimbursement::givesBackFees)) {
            return List.of();
        }
        var lines = new ArrayList<Waterfall.Line>();
        var label = label(Stream.of(refund))
                .negated()
                .max(zero())
                .min(label(others.stream()).max(zero()));
        if (label.isPositive()) {
            lines.add(new Waterfall.Line(WaterfallLineKind.LABEL_FEE, "", label.negated(), null));
        }
        var units = new ArrayList<RefundedUnits>();
        for (var own : refund.units()) {
            var back = others.stream()
                    .flatMap(other -> other.units().stream())
                    .filter(other -> other.item().equals(own.item()))
                    .map(RefundedUnits::fee)
                    .reduce(zero(), Money::plus)
                    .negated();
            var fee = own.fee().max(zero()).min(back.max(zero()));
            if (fee.isPositive()) {
                units.add(RefundedUnits.fee(own.orderLine(), own.item(), fee));
                lines.add(new Waterfall.Line(WaterfallLineKind.RESTOCKING_FEE, "", fee.negated(), own.item()));
            }
        }
        var taken = Money.sum(
                zero().currency(), lines.stream().map(Waterfall.Line::amount).toList());
        return lines.isEmpty()
                ? List.of()
                : List.of(new EarlierRefunds.Given(units, new Waterfall(lines, taken, shares(taken))));
    }

    /** Off the means that they go to. */
    private List<Waterfall.TenderShare> shares(Money taken) {
        var to = others.stream()
                .filter(Reimbursement::givesBackFees)
                .flatMap(other -> other.waterfall().tenders().stream())
                .filter(share -> share.amount().isPositive())
                .toList();
        if (to.isEmpty()) {
            return List.of();
        }
        var parts = taken.negated()
                .allocate(to.stream().map(share -> share.amount().amount()).toList());
        var shares = new ArrayList<Waterfall.TenderShare>();
        for (var i = 0; i < to.size(); i++) {
            var share = to.get(i);
            shares.add(new Waterfall.TenderShare(
                    share.tenderId(), share.label(), parts.get(i).negated()));
        }
        return shares;
    }

    private Money label(Stream<Reimbursement> of) {
        return of.flatMap(each -> each.waterfall().lines().stream())
                .filter(line -> line.kind() == WaterfallLineKind.LABEL_FEE)
                .map(Waterfall.Line::amount)
                .reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(refund.amount().currency());
    }
}
