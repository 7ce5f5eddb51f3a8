package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.view.Refund;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money to give back, from due to issued. Its waterfall explains every cent; its units are paid for only once. */
@Entity
@Table(schema = "returns", name = "refund")
public class Reimbursement extends TenantOwned {
    private UUID returnId;
    private UUID orderId;

    @Embedded
    private RefundMoney money;

    private boolean advance;
    private @Nullable String needsPersonBecause;
    private @Nullable Instant dueAt;

    @Embedded
    private RefundPayment payment = new RefundPayment();

    @Enumerated(EnumType.STRING)
    private @Nullable Hold hold;

    private boolean givenUp;

    protected Reimbursement() {}

    public Reimbursement(ReturnAuthorization of, RefundCalculation reckoned, boolean advance, Instant now) {
        returnId = of.id();
        orderId = of.orderId();
        money = new RefundMoney(reckoned.waterfall(), reckoned.units());
        this.advance = advance;
        needsPersonBecause = reckoned.needsPersonBecause();
        dueAt = now;
    }

    /** Once the gateway was asked, another amount or another means is another payment. */
    private void explainBy(Waterfall explained) {
        if (payment.wasEverCalled()
                && (!explained.total().equals(amount())
                        || !explained.tenders().equals(waterfall().tenders()))) {
            payment.becomesAnother();
        }
        money.explainBy(explained);
    }

    /** Takes what the guard found. @return false when all is as it was */
    public boolean take(PayingAnswer found) {
        switch (found) {
            case PayingAnswer.Pays pays -> {
                var as = hold;
                hold = null;
                needsPersonBecause = as == null ? needsPersonBecause : pays.needsPersonBecause();
                return as != null;
            }
            case PayingAnswer.Changed changed -> {
                hold = null;
                explainBy(changed.waterfall());
                money.payFor(changed.units());
                needsPersonBecause = changed.needsPersonBecause();
                return true;
            }
            case PayingAnswer.Held held -> {
                var news = hold != held.as() || !held.why().equals(needsPersonBecause);
                hold = held.as();
                needsPersonBecause = held.why();
                return news;
            }
            case PayingAnswer.Gone gone -> {
                cancel(gone.why());
                return true;
            }
        }
    }

    /**
     * Payment is asked of the gateway.
     *
     * @param paidAs reference of a payment that a person made already; null to make it now
     */
    public void ask(@Nullable String paidAs, Instant now) {
        payment.require("be paid", RefundState.DUE, RefundState.FAILED);
        if (needsMeans()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Say first where the money goes: " + needsPersonBecause);
        }
        if (hold != null) {
            throw new Refusal(ErrorCode.WRONG_STATE, String.valueOf(needsPersonBecause));
        }
        payment.asked(paidAs, now);
    }

    /** What the gateway knows this payment by: the same until another amount, or another means, is to be paid. */
    public String paymentKey() {
        return payment.round() == 0 ? id().toString() : id() + "." + payment.round();
    }

    void cancel(String why) {
        payment.canceled(why);
        hold = null;
    }

    /** A person gives it up: nothing else is given back for its units. */
    public void giveUp(String why) {
        cancel(why);
        givenUp = true;
    }

    public boolean isGivenUp() {
        return givenUp;
    }

    /** A person gives more, or less. */
    public void adjust(Waterfall explained, @Nullable String personNeeded) {
        payment.require("be adjusted", RefundState.DUE, RefundState.FAILED);
        explainBy(explained);
        needsPersonBecause = needsPersonBecause == null ? personNeeded : needsPersonBecause;
    }

    /** A person says to which means. */
    public void goTo(List<Waterfall.TenderShare> shares) {
        payment.require("go elsewhere", RefundState.DUE, RefundState.FAILED);
        var now = waterfall();
        var wasAsked = needsMeans();
        explainBy(new Waterfall(now.lines(), now.total(), shares));
        needsPersonBecause = wasAsked && hold == null ? null : needsPersonBecause;
    }

    /** A person has to say where it goes before it can be paid. */
    public boolean needsMeans() {
        return needsPersonBecause != null && waterfall().tenders().isEmpty() && amount().isPositive();
    }

    /** It may still be paid, and nobody is paying it. */
    public boolean isOpen() {
        return state() == RefundState.DUE || state() == RefundState.FAILED;
    }

    /** It is paid, or somebody is paying it. */
    public boolean isCommitted() {
        return state() == RefundState.ISSUING || state() == RefundState.ISSUED;
    }

    @Nullable
    public Hold hold() {
        return hold;
    }

    @Nullable
    public String needsPersonBecause() {
        return needsPersonBecause;
    }

    @Nullable
    public Instant dueAt() {
        return dueAt;
    }

    /** It counts against what was paid. */
    public boolean counts() {
        return state() != RefundState.CANCELED && state() != RefundState.ESTIMATED;
    }

    public Waterfall waterfall() {
        return money.waterfall();
    }

    public List<RefundedUnits> units() {
        return money.units();
    }

    /** Staff gave it of their own accord: it pays for no units, and gives back no fee that was kept. */
    public boolean isOfStaff() {
        return money.isOfStaff();
    }

    public RefundId refundId() {
        return new RefundId(id());
    }

    public UUID returnId() {
        return returnId;
    }

    public UUID orderId() {
        return orderId;
    }

    public RefundState state() {
        return payment.state();
    }

    /** How far its paying has come. */
    public RefundPayment payment() {
        return payment;
    }

    public Money amount() {
        return money.amount();
    }

    public boolean isAdvance() {
        return advance;
    }

    /** Something of what refunds of the return kept: one that is not paid need not keep it. */
    public boolean givesBackFees() {
        return money.givesBackFees();
    }

    /** By now it pays for units that have not come. */
    public void becomeAdvance() {
        advance = true;
    }

    public int unitsOf(UUID item) {
        return money.unitsOf(item);
    }

    @Nullable
    public Instant issuedAt() {
        return payment.issuedAt();
    }

    public Refund snapshot() {
        return RefundSnapshot.of(this);
    }
}
