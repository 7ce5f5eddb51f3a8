package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the paying of a refund has come: asked of the gateway, heard by it, answered, or of unknown outcome. */
@Embeddable
public class RefundPayment {
    @Enumerated(EnumType.STRING)
    private RefundState state = RefundState.DUE;

    private @Nullable Instant issuedAt;
    private @Nullable String reference;
    private @Nullable String failure;

    @Embedded
    private PaymentAttempts attempts = PaymentAttempts.NONE;

    protected RefundPayment() {}

    /** @param paidAs reference of a payment that a person made already; null to make it now */
    void asked(@Nullable String paidAs, Instant now) {
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
            throw new IllegalStateException("The gateway may have paid it: " + attempts);
        }
        state = RefundState.DUE;
        reference = null;
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

    void canceled(String why) {
        require("be canceled", RefundState.DUE, RefundState.FAILED, RefundState.ESTIMATED);
        state = RefundState.CANCELED;
        failure = why;
    }

    /** Another amount, or another means, is to be paid from now on. */
    void becomesAnother() {
        attempts = attempts.changed();
    }

    /** The gateway heard of this payment, in whichever asking. */
    boolean wasEverCalled() {
        return attempts.calledAt() != null;
    }

    /** Rises with each other payment that it became. */
    int round() {
        return attempts.paymentRound();
    }

    /** @throws Refusal WRONG_STATE when it is in none of these states */
    void require(String to, RefundState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "A refund that is %s cannot %s".formatted(state, to));
        }
    }

    RefundState state() {
        return state;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    @Nullable
    String failure() {
        return failure;
    }
}
