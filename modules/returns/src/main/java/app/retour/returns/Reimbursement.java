package app.retour.returns;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.tenants.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
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
class Reimbursement extends TenantOwned {
    private UUID returnId = new UUID(0, 0);
    private UUID orderId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private RefundState state = RefundState.DUE;

    private String currency = "";
    private BigDecimal amount = BigDecimal.ZERO;

    @JdbcTypeCode(SqlTypes.JSON)
    private String waterfall = "{}";

    @JdbcTypeCode(SqlTypes.JSON)
    private String units = "[]";

    private boolean advance;
    private @Nullable String needsPersonBecause;
    private @Nullable Instant dueAt;
    private @Nullable Instant issuingAt;
    private @Nullable Instant issuedAt;
    private @Nullable String reference;
    private @Nullable String failure;
    private int timesAsked;
    private int noAnswers;
    private @Nullable Instant unknownSince;

    protected Reimbursement() {}

    Reimbursement(ReturnAuthorization of, Reckoning reckoned, boolean advance, Instant now) {
        returnId = of.id();
        orderId = of.orderId();
        currency = of.currency().getCurrencyCode();
        units = Papers.write(reckoned.units());
        this.advance = advance;
        needsPersonBecause = reckoned.needsPersonBecause();
        dueAt = now;
        explainBy(reckoned.waterfall());
    }

    private void explainBy(Waterfall explained) {
        waterfall = Papers.write(explained);
        amount = explained.total().amount();
    }

    /**
     * Payment is asked of the gateway.
     *
     * @param paidAs reference of a payment that a person made already; null to make it now
     */
    void ask(@Nullable String paidAs, Instant now) {
        require("be paid", RefundState.DUE, RefundState.FAILED);
        if (needsMeans()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Say first where the money goes: " + needsPersonBecause);
        }
        state = RefundState.ISSUING;
        issuingAt = now;
        reference = paidAs;
        failure = null;
        timesAsked++;
        noAnswers = 0;
        unknownSince = null;
    }

    void issued(@Nullable String paidAs, Instant now) {
        require("be issued", RefundState.ISSUING);
        state = RefundState.ISSUED;
        reference = paidAs;
        failure = null;
        unknownSince = null;
        issuedAt = now;
    }

    void failed(String why) {
        require("fail", RefundState.DUE, RefundState.ISSUING);
        state = RefundState.FAILED;
        reference = null;
        unknownSince = null;
        failure = why;
    }

    /** Nobody knows whether it was paid; a person finds out and says so. */
    void unknown(String why, Instant now) {
        require("be of unknown outcome", RefundState.ISSUING);
        unknownSince = now;
        failure = why;
    }

    /** @return how often the gateway gave no answer since it was asked */
    int unanswered() {
        noAnswers++;
        return noAnswers;
    }

    /** While the gateway is being asked, nobody else says how it went. */
    void requireNotUnderWay() {
        if (state == RefundState.ISSUING && unknownSince == null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "This refund is being paid at this moment; wait for the answer");
        }
    }

    /** Tells one asking from another, should an answer come late. */
    int timesAsked() {
        return timesAsked;
    }

    @Nullable
    String reference() {
        return reference;
    }

    boolean isOutcomeUnknown() {
        return unknownSince != null;
    }

    void dueAgain() {
        require("be tried again", RefundState.FAILED);
        state = RefundState.DUE;
        failure = null;
    }

    void cancel(String why) {
        require("be canceled", RefundState.DUE, RefundState.FAILED, RefundState.ESTIMATED);
        state = RefundState.CANCELED;
        failure = why;
    }

    /** Another amount, explained anew; who is to get it may have to be said again. */
    void adjust(Waterfall explained, @Nullable String personNeeded) {
        require("be adjusted", RefundState.DUE, RefundState.FAILED);
        explainBy(explained);
        needsPersonBecause = personNeeded;
    }

    private void require(String to, RefundState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "A refund that is %s cannot %s".formatted(state, to));
        }
    }

    /** A person has to say where it goes before it can be paid. */
    boolean needsMeans() {
        return needsPersonBecause != null && waterfall().tenders().isEmpty() && amount.signum() > 0;
    }

    /** It counts against what was paid. */
    boolean counts() {
        return state != RefundState.CANCELED && state != RefundState.ESTIMATED;
    }

    Waterfall waterfall() {
        return Papers.read(waterfall, Waterfall.class);
    }

    List<RefundedUnits> units() {
        return Papers.units(units);
    }

    RefundId refundId() {
        return new RefundId(id());
    }

    UUID returnId() {
        return returnId;
    }

    UUID orderId() {
        return orderId;
    }

    RefundState state() {
        return state;
    }

    Money amount() {
        return Money.rounded(amount, Currency.getInstance(currency));
    }

    boolean isAdvance() {
        return advance;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    Refund snapshot() {
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
                isOutcomeUnknown());
    }
}
