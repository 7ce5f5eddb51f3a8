package app.retour.portal;

import app.retour.api.UserError;
import app.retour.portal.schema.EvidenceState;
import app.retour.portal.schema.Headline;
import app.retour.portal.schema.ItemDecision;
import app.retour.portal.schema.Moment;
import app.retour.portal.schema.NextStepKind;
import app.retour.portal.schema.ParcelState;
import app.retour.portal.schema.RefundState;
import app.retour.portal.schema.Resolution;
import app.retour.portal.schema.ReturnDecision;
import app.retour.portal.schema.ReturnShipping;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a shopper follows their returns and does what is their turn. */
@Component
public class ShopperReturns {
    /** Characters of what a shopper says, of an item or to the merchant. */
    public static final int LONGEST_COMMENT = 1000;

    private final Operations operations;

    ShopperReturns(Operations operations) {
        this.operations = operations;
    }

    public record Answer(@JsonProperty("return") @Nullable Named returned, List<UserError> userErrors) {
        public record Named(String id) {}
    }

    record Summary(String id, String rmaNumber, Instant requestedAt, Headline headline, List<Piece> items) {
        record Piece(String title, int quantity) {}
    }

    record Return(
            String id,
            String rmaNumber,
            String orderNumber,
            Instant requestedAt,
            ReturnDecision decision,
            Headline headline,
            boolean canCancel,
            boolean canAnnounceTracking,
            @Nullable String slipPath,
            @Nullable List<String> sendTo,
            List<Milestone> milestones,
            List<NextStep> nextSteps,
            List<Item> items,
            List<Parcel> parcels,
            List<Refund> refunds,
            @Nullable Waterfall estimate,
            List<EvidenceRequest> evidenceRequests,
            List<Message> messages) {

        public List<EvidenceRequest> wantedEvidence() {
            return evidenceRequests.stream()
                    .filter(request -> request.state().isOpen())
                    .toList();
        }

        /** What happens next, without what the card above it asks for already. */
        public List<NextStep> stepsBesideEvidence() {
            if (isRefused()) {
                return nextSteps.stream()
                        .filter(step -> !step.kind().isNothing())
                        .toList();
            }
            return wantedEvidence().isEmpty()
                    ? nextSteps
                    : nextSteps.stream()
                            .filter(step -> !step.kind().isAnswering())
                            .toList();
        }

        public List<Item> itemsOf(EvidenceRequest request) {
            return items.stream()
                    .filter(item -> request.itemIds().contains(item.id()))
                    .toList();
        }

        public MilestoneTitle nameOf(Milestone milestone) {
            return milestone.title(
                    items.stream().allMatch(item -> item.resolution().isExchange()));
        }

        /** Whether all of it is: what else they read of money depends on it. */
        public boolean isApproved() {
            return decision.isApproval();
        }

        /** Whether nothing of it goes back: then there is no way for goods and money to follow. */
        public boolean isRefused() {
            return !items.isEmpty()
                    && items.stream().allMatch(item -> item.decision().isRejection());
        }

        /** Where a parcel is: what the warehouse counted is true, though no carrier ever told. */
        public ParcelTitle stateOf(Parcel parcel) {
            var arrived = items.stream().anyMatch(item -> item.goods().received() > 0)
                    && items.stream().allMatch(item -> item.goods().expected() == 0);
            return arrived && parcel.state().isOnTheRoad() ? ParcelTitle.RECEIVED : ParcelTitle.of(parcel.state());
        }

        /** Parcels of which a number was given, and so perhaps a wrong one. */
        public List<Parcel> numberedParcels() {
            return parcels.stream()
                    .filter(parcel ->
                            parcel.trackingNumber() != null && parcel.state().isOnTheRoad())
                    .toList();
        }

        /** Refunds that are more than an estimate. */
        public List<Refund> realRefunds() {
            return refunds.stream().filter(refund -> refund.state().isReal()).toList();
        }
    }

    record NextStep(
            NextStepKind kind,
            boolean shoppersTurn,
            @Nullable Instant by) {}

    record Item(
            String id,
            String title,
            @Nullable String variantTitle,
            @Nullable String imagePath,
            int quantity,
            Reason reason,
            Resolution resolution,
            @Nullable Variant exchangeFor,
            ItemDecision decision,
            @Nullable String decisionReason,
            boolean keepItem,
            @Nullable Amount fee,
            ReturnShipping returnShipping,
            Goods goods,
            List<Possible> stillPossible) {
        /** There is something to say of it beside the decision itself. */
        public boolean isAnswered() {
            return decisionReason != null || !stillPossible.isEmpty();
        }

        public boolean travels() {
            return decision.isApproval() && !keepItem;
        }

        record Goods(int expected, int received) {}

        record Possible(Resolution resolution, @Nullable LocalDate until) {}

        record Reason(String text) {}

        record Variant(String title) {}
    }

    record Parcel(
            String shipmentId,
            ParcelState state,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant movedAt) {}

    record Refund(RefundState state, @Nullable Instant issuedAt, Amount amount, Waterfall waterfall) {}

    record EvidenceRequest(
            String id,
            List<String> itemIds,
            int photosWanted,
            boolean commentWanted,
            @Nullable String message,
            Instant by,
            EvidenceState state) {}

    record Message(
            Moment moment,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Instant sentAt,
            Instant happenedAt) {}

    public List<Summary> ofOrder() {
        return operations.all("returns-of-order", "returnsOfOrder", Summary.class);
    }

    Return find(String id) {
        return operations
                .one("return", Map.of("id", id), "return", Return.class)
                .orElseThrow(() -> new NothingHere("a return"));
    }

    Answer give(String returnId, List<GivenEvidence> evidence) {
        return answer(
                "give-evidence",
                "giveEvidence",
                Map.of(
                        "returnId",
                        returnId,
                        "evidence",
                        evidence.stream().map(GivenEvidence::input).toList()));
    }

    /** @param instead the parcel whose number was wrong; empty for a number of one more */
    Answer announce(String returnId, String carrier, String trackingNumber, String instead) {
        var input = new HashMap<String, Object>();
        input.put("returnId", returnId);
        input.put("trackingNumber", trackingNumber);
        if (!carrier.isEmpty()) {
            input.put("carrier", carrier);
        }
        if (!instead.isEmpty()) {
            input.put("insteadOf", instead);
        } else {
            input.put("further", true);
        }
        return answer("announce-tracking", "announceTracking", input);
    }

    Answer cancel(String returnId) {
        return answer("cancel-return", "cancelReturn", Map.of("returnId", returnId));
    }

    private Answer answer(String document, String field, Map<String, Object> input) {
        return operations
                .one(document, Map.of("input", input), field, Answer.class)
                .orElseThrow(() -> new NothingHere(field));
    }
}
