package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.ReckonedAnew;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.ShippingDue;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.returns.waterfall.WaterfallLines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refund that nobody has paid, explained anew so that it fits what is left of order, lines and tenders. */
final class RefundDraft {
    private final OrderAccount account;
    private final OrderMoney told;
    private final Reimbursement refund;
    private final List<Reimbursement> first;
    private List<Waterfall.Line> lines;
    private List<RefundedUnits> units;
    private List<Waterfall.TenderShare> shares;
    private List<Waterfall.OpenCharge> openCharges;
    private @Nullable String needsPersonBecause;
    private boolean nobodyKnowsWhere;

    /**
     * @param account at the prices that its return was announced with
     * @param told the order as told last; of a line as much may come back as it cost by either
     * @param first refunds that are served before it
     */
    RefundDraft(OrderAccount account, OrderMoney told, Reimbursement refund, List<Reimbursement> first) {
        this.account = account;
        this.told = told;
        this.refund = refund;
        this.first = first;
        var now = refund.waterfall();
        lines = new ArrayList<>(now.lines());
        units = refund.units();
        shares = now.tenders();
        openCharges = now.openCharges();
        needsPersonBecause = refund.hold() == null ? refund.needsPersonBecause() : null;
    }

    /** What a person should know of it as things are now; where it goes they may have said already. */
    void ask(RefundCalculation reckoned) {
        nobodyKnowsWhere = reckoned.waterfall().tenders().isEmpty();
        var saidWhere = !shares.isEmpty() && nobodyKnowsWhere;
        needsPersonBecause = saidWhere ? null : reckoned.needsPersonBecause();
    }

    /** As reckoned now; what staff added or took off stays. */
    void anew(RefundCalculation reckoned) {
        var ofStaff = lines.stream().filter(RefundDraft::isOfStaff).toList();
        lines = new ArrayList<>(reckoned.waterfall().lines());
        lines.addAll(ofStaff);
        units = reckoned.units();
        openCharges = reckoned.waterfall().openCharges();
    }

    private static boolean isOfStaff(Waterfall.Line line) {
        return line.kind().isOfStaff();
    }

    /** Charges wait for a rate that is told by now; where a person saw to them, none wait any more. */
    boolean leftOpenMoreThan(RefundCalculation reckoned) {
        return openCharges.stream()
                .anyMatch(charge -> !reckoned.waterfall().openCharges().contains(charge));
    }

    /** It was cut to what was left, no person set its amount, and more would be reckoned now. */
    boolean couldBeMoreThan(RefundCalculation reckoned) {
        return lines.stream().anyMatch(line -> line.kind().isLimit())
                && lines.stream().noneMatch(RefundDraft::isOfStaff)
                && reckoned.waterfall().total().compareTo(total()) > 0;
    }

    /** Goods, fees, label or shipping come to something else by now. */
    boolean isReckonedOtherwise(RefundCalculation reckoned, boolean alone) {
        return new ReckonedAnew(
                        account.money().currency(),
                        lines,
                        units,
                        reckoned.waterfall().lines())
                .isOtherwise(alone);
    }

    /** Of a kind; negative when it keeps them, positive when it gives back what was kept. */
    Money fees(WaterfallLineKind kind) {
        return sum(lines, line -> line.kind() == kind);
    }

    private Money sum(List<Waterfall.Line> of, Predicate<Waterfall.Line> which) {
        return of.stream().filter(which).map(Waterfall.Line::amount).reduce(zero(), Money::plus);
    }

    /** @return why it had to be changed */
    List<String> fit() {
        var why = new ArrayList<String>();
        for (var line : units.stream().map(RefundedUnits::orderLine).distinct().toList()) {
            var over = overLine(line);
            if (over.isPositive()) {
                units = lessOf(line, over);
                cut(over, "Given back for this line before");
                why.add("More of a line would be given back than was paid for it");
            }
        }
        if (lowersShipping()) {
            why.add("Of the shipping less is left to give back");
        }
        var room = account.room(first).max(zero());
        var over = total().minus(room);
        if (over.isPositive()) {
            cut(over, "Already refunded, or never paid");
            why.add(
                    room.isZero()
                            ? "All that was paid for the order is given back already, or promised"
                            : "Of what was paid for the order only %s is left to give back".formatted(room));
        }
        if (total().isNegative()) {
            lines.add(new Waterfall.Line(WaterfallLineKind.CEILING, "Not below nothing", total().negated(), null));
        }
        if (!sharesFit() && !(shares.isEmpty() && nobodyKnowsWhere)) {
            var means = RefundMeans.of(account, first, shares, total());
            shares = means.shares();
            needsPersonBecause = means.needsPersonBecause() == null ? needsPersonBecause : means.needsPersonBecause();
            if (why.isEmpty() && !shares.equals(refund.waterfall().tenders())) {
                why.add("It goes to other means: " + said(shares));
            }
        }
        return why;
    }

    /** Shipping that was given back meanwhile, here or by the shop itself, is not given back again. */
    private boolean lowersShipping() {
        var earlier = account.earlier(first);
        var left = ShippingDue.left(account.money(), earlier).max(zero());
        var own = sum(lines, ShippingDue::isShipping);
        if (own.compareTo(left) <= 0) {
            return false;
        }
        lines.removeIf(ShippingDue::isShipping);
        var less = new WaterfallLines(account.money());
        less.shipping(ShippingDue.part(account.money(), earlier, left));
        lines.addAll(less.all());
        return true;
    }

    private static String said(List<Waterfall.TenderShare> shares) {
        return shares.isEmpty()
                ? "a person says to which"
                : shares.stream()
                        .map(share -> share.amount() + " to " + share.label())
                        .collect(Collectors.joining(", "));
    }

    private boolean sharesFit() {
        var sum = Money.sum(
                zero().currency(),
                shares.stream().map(Waterfall.TenderShare::amount).toList());
        return sum.equals(total())
                && shares.stream()
                        .allMatch(share -> share.tenderId() == null
                                || share.amount().compareTo(account.room(first, share.tenderId())) <= 0);
    }

    private Money overLine(UUID line) {
        var paid = account.money().lines().get(line);
        if (paid == null) {
            return zero();
        }
        var outside = account.money().outsideOfLine(line).stream()
                .map(OrderMoney.Outside::amount)
                .reduce(zero(), Money::plus);
        var now = told.lines().get(line);
        var cost = account.money().gross(paid).gross();
        var most = (now == null ? cost : cost.max(told.gross(now).gross()))
                .minus(outside)
                .max(zero());
        var own = units.stream()
                .filter(each -> each.orderLine().equals(line))
                .map(RefundedUnits::amount)
                .reduce(zero(), Money::plus);
        return own.plus(account.earlier(first).amountOfLine(line)).minus(most).min(own);
    }

    private List<RefundedUnits> lessOf(UUID line, Money by) {
        var left = by;
        var result = new ArrayList<RefundedUnits>();
        for (var each : units) {
            var part = each.orderLine().equals(line) ? left.min(each.amount()) : zero();
            left = left.minus(part);
            result.add(each.less(part));
        }
        return List.copyOf(result);
    }

    private void cut(Money over, String text) {
        var by = over.min(total());
        if (by.isPositive()) {
            lines.add(new Waterfall.Line(WaterfallLineKind.CEILING, text, by.negated(), null));
        }
    }

    /** Before anything was cut, and without what staff added or took off. */
    boolean isWorthMoreThan(RefundCalculation reckoned) {
        return worth(lines).compareTo(worth(reckoned.waterfall().lines())) > 0;
    }

    private Money worth(List<Waterfall.Line> of) {
        return sum(of, line -> !line.kind().isLimit() && !isOfStaff(line));
    }

    Money total() {
        return Money.sum(
                zero().currency(), lines.stream().map(Waterfall.Line::amount).toList());
    }

    Waterfall waterfall() {
        return new Waterfall(List.copyOf(lines), total(), shares, openCharges);
    }

    List<RefundedUnits> units() {
        return units;
    }

    @Nullable
    String needsPersonBecause() {
        return needsPersonBecause;
    }

    /** @param held what a person should know of it has to wait */
    boolean differs(boolean held) {
        return !waterfall().equals(refund.waterfall())
                || !units.equals(refund.units())
                || !held && needsPersonBecause != null && !needsPersonBecause.equals(refund.needsPersonBecause());
    }

    private Money zero() {
        return Money.zero(account.money().currency());
    }
}
