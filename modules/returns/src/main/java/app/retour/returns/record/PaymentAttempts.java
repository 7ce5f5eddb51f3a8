package app.retour.returns.record;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often, and how far, paying a refund was tried.
 *
 * @param timesAsked tells one asking from another, should an answer come late
 * @param noAnswers since it was asked last
 * @param unknownSince nobody knows how it went
 * @param calledAt when the gateway first heard of it in the last asking that reached it; since then it may be paid
 * @param paymentRound rises with each other amount, or other means, that is to be paid after the gateway heard of one
 */
@Embeddable
record PaymentAttempts(
        @Nullable Instant issuingAt,
        int timesAsked,
        int noAnswers,
        @Nullable Instant unknownSince,
        @Nullable Instant calledAt,
        int paymentRound) {
    static final PaymentAttempts NONE = new PaymentAttempts(null, 0, 0, null, null, 0);

    PaymentAttempts asked(Instant now) {
        return new PaymentAttempts(now, timesAsked + 1, 0, null, calledAt, paymentRound);
    }

    PaymentAttempts called(Instant now) {
        return new PaymentAttempts(
                issuingAt, timesAsked, noAnswers, unknownSince, isCalled() ? calledAt : now, paymentRound);
    }

    /** The gateway has heard of it since it was asked last. */
    boolean isCalled() {
        return calledAt != null && issuingAt != null && !calledAt.isBefore(issuingAt);
    }

    PaymentAttempts unanswered() {
        return new PaymentAttempts(issuingAt, timesAsked, noAnswers + 1, unknownSince, calledAt, paymentRound);
    }

    PaymentAttempts unknown(Instant now) {
        return new PaymentAttempts(issuingAt, timesAsked, noAnswers, now, calledAt, paymentRound);
    }

    PaymentAttempts answered() {
        return new PaymentAttempts(issuingAt, timesAsked, noAnswers, null, calledAt, paymentRound);
    }

    /** Something else is to be paid. Only what the gateway may have heard of makes a difference to it. */
    PaymentAttempts changed() {
        return calledAt == null
                ? this
                : new PaymentAttempts(issuingAt, timesAsked, noAnswers, unknownSince, null, paymentRound + 1);
    }
}
