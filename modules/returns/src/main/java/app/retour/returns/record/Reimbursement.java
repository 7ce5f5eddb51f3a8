package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.columns.JsonColumns;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
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
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Money to give back, from due to issued. Its waterfall explains every cent; its units are paid for only once. */
@Entity
@Table(schema = "returns", name = "refund")
public class Reimbursement extends TenantOwned {
    private UUID returnId;
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private RefundState state = RefundState.DUE;

    private String currency;
    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.JSON)
    private String waterfall;

    @JdbcTypeCode(SqlTypes.JSON)
    private String units;

    private boolean advance;
    private @Nullable String needsPersonBecause;
    private @Nullable Instant dueAt;
    private @Nullable Instant issuedAt;
    private @Nullable String reference;
    private @Nullable String failure;

    @Embedded
    private PaymentAttempts attempts = PaymentAttempts.NONE;

    @Enumerated(EnumType.STRING)
    private @Nullable Hold hold;

    private boolean givenUp;

    /** Read often while money is reckoned, and parsed once. */
    private record Explained(String text, Waterfall waterfall) {}

    private record Counted(String text, List<RefundedUnits> units) {}

    @Transient
    private @Nullable Explained explained;

    @Transient
    private @Nullable Counted counted;

    protected Reimbursement() {}

    public Reimbursement(ReturnAuthorization of, RefundCalculation reckoned, boolean advance, Instant now) {
        returnId = of.id();
        orderId = of.orderId();
        currency = of.currency().getCurrencyCode();
        units = JsonColumns.write(reckoned.units());
        this.advance = advance;
        needsPersonBecause = reckoned.needsPersonBecause();
        dueAt = now;
        explainBy(reckoned.waterfall());
    }

    /** Once the gateway was asked, another amount or another means is another payment. */
    private void explainBy(Waterfall explained) {
        if (attempts.calledAt() != null
                && (!explained.total().equals(amount())
                        || !explained.tenders().equals(waterfall().tenders()))) {
            attempts = attempts.changed();
        }
        waterfall = JsonColumns.write(explained);
        amount = explained.total().amount();
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
                units = JsonColumns.write(changed.units());
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
        require("be paid", RefundState.DUE, RefundState.FAILED);
        if (needsMeans()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Say first where the money goes: " + needsPersonBecause);
        }
        if (hold != null) {
            throw new Refusal(ErrorCode.WRONG_STATE, String.valueOf(needsPersonBecause));
        }
        state = RefundState.ISSUING;
        attempts = attempts.asked(now);
        reference = paidAs;
        failure = null;
    }

    /** The gateway is about to hear of it; from then on nobody but the gateway knows whether it is paid. */
    public void called(Instant now) {
        require("be handed to the gateway", RefundState.ISSUING);
        attempts = attempts.called(now);
    }

    /** The gateway may have heard of this payment since it was asked last; what it refused before was not paid. */
    public boolean wasCalled() {
        return attempts.isCalled();
    }

    /** It was to be paid, and before the gateway heard of it something came between. */
    public void stopped() {
        require("be stopped", RefundState.ISSUING);
        if (wasCalled()) {
            throw new IllegalStateException("The gateway may have paid refund " + id());
        }
        state = RefundState.DUE;
        reference = null;
    }

    /** What the gateway knows this payment by: the same until another amount, or another means, is to be paid. */
    public String paymentKey() {
        return attempts.paymentRound() == 0 ? id().toString() : id() + "." + attempts.paymentRound();
    }

    public void issued(@Nullable String paidAs, Instant now) {
        require("be issued", RefundState.ISSUING);
        state = RefundState.ISSUED;
        reference = paidAs;
        failure = null;
        attempts = attempts.answered();
        issuedAt = now;
    }

    public void failed(String why) {
        require("fail", RefundState.DUE, RefundState.ISSUING);
        state = RefundState.FAILED;
        reference = null;
        attempts = attempts.answered();
        failure = why;
    }

    /** The gateway refuses this payment for good, so it answers the same to its key; tried again, it is another payment. */
    public void refused(String why) {
        failed(why);
        attempts = attempts.changed();
    }

    /** Nobody knows whether it was paid; a person finds out and says so. */
    public void unknown(String why, Instant now) {
        require("be of unknown outcome", RefundState.ISSUING);
        attempts = attempts.unknown(now);
        failure = why;
    }

    /** @return how often the gateway gave no answer since it was asked */
    public int unanswered() {
        attempts = attempts.unanswered();
        return attempts.noAnswers();
    }

    /** While the gateway is being asked, nobody else says how it went. */
    public void requireNotUnderWay() {
        if (state == RefundState.ISSUING && !isOutcomeUnknown()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This refund is being paid at this moment; wait for the answer");
        }
    }

    /** Tells one asking from another, should an answer come late. */
    public int timesAsked() {
        return attempts.timesAsked();
    }

    @Nullable
    public String reference() {
        return reference;
    }

    public boolean isOutcomeUnknown() {
        return attempts.unknownSince() != null;
    }

    public void dueAgain() {
        require("be tried again", RefundState.FAILED);
        state = RefundState.DUE;
        failure = null;
    }

    void cancel(String why) {
        require("be canceled", RefundState.DUE, RefundState.FAILED, RefundState.ESTIMATED);
        state = RefundState.CANCELED;
        failure = why;
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
        require("be adjusted", RefundState.DUE, RefundState.FAILED);
        explainBy(explained);
        needsPersonBecause = needsPersonBecause == null ? personNeeded : needsPersonBecause;
    }

    /** A person says to which means. */
    public void goTo(List<Waterfall.TenderShare> shares) {
        require("go elsewhere", RefundState.DUE, RefundState.FAILED);
        var now = waterfall();
        var wasAsked = needsMeans();
        explainBy(new Waterfall(now.lines(), now.total(), shares));
        needsPersonBecause = wasAsked && hold == null ? null : needsPersonBecause;
    }

    private void require(String to, RefundState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "A refund that is %s cannot %s".formatted(state, to));
        }
    }

    /** A person has to say where it goes before it can be paid. */
    public boolean needsMeans() {
        return needsPersonBecause != null && waterfall().tenders().isEmpty() && amount.signum() > 0;
    }

    /** It may still be paid, and nobody is paying it. */
    public boolean isOpen() {
        return state == RefundState.DUE || state == RefundState.FAILED;
    }

    /** It is paid, or somebody is paying it. */
    public boolean isCommitted() {
        return state == RefundState.ISSUING || state == RefundState.ISSUED;
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
        return state != RefundState.CANCELED && state != RefundState.ESTIMATED;
    }

    public Waterfall waterfall() {
        if (explained == null || !explained.text().equals(waterfall)) {
            explained = new Explained(waterfall, JsonColumns.read(waterfall, Waterfall.class));
        }
        return explained.waterfall();
    }

    public List<RefundedUnits> units() {
        if (counted == null || !counted.text().equals(units)) {
            counted = new Counted(units, List.copyOf(JsonColumns.list(units, RefundedUnits.class)));
        }
        return counted.units();
    }

    /** Staff gave it of their own accord: it pays for no units, and gives back no fee that was kept. */
    public boolean isOfStaff() {
        return units().isEmpty()
                && waterfall().lines().stream().noneMatch(line -> line.kind().isFee());
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
        return state;
    }

    public Money amount() {
        return Money.rounded(amount, Currency.getInstance(currency));
    }

    public boolean isAdvance() {
        return advance;
    }

    /** Something of what refunds of the return kept: one that is not paid need not keep it. */
    public boolean givesBackFees() {
        return waterfall().lines().stream()
                .anyMatch(line -> line.kind().isFee() && line.amount().isPositive());
    }

    /** By now it pays for units that have not come. */
    public void becomeAdvance() {
        advance = true;
    }

    public int unitsOf(UUID item) {
        return units().stream()
                .filter(paid -> paid.item().equals(item))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    @Nullable
    public Instant issuedAt() {
        return issuedAt;
    }

    public Refund snapshot() {
        return new Refund(
                refundId(),
                new ReturnId(returnId),
                version(),
                state,
                amount(),
                waterfall(),
                advance,
                dueAt,
                issuedAt,
                reference,
                failure,
                needsPersonBecause,
                hold != null,
                isOutcomeUnknown());
    }
}
