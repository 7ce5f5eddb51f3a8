package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.Returns;
import app.retour.returns.RmaNumbers;
import app.retour.returns.WhichParcel;
import app.retour.returns.events.ReturnId;
import app.retour.returns.view.Return;
import app.retour.tracking.ReverseShipmentId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What a shopper, or somebody for them, does with a return. */
@Controller
class RequestController {
    private final Returns returns;
    private final WireIds ids;
    private final Idempotency idempotency;
    private final RmaNumbers numbers;

    RequestController(Returns returns, WireIds ids, Idempotency idempotency, RmaNumbers numbers) {
        this.returns = returns;
        this.ids = ids;
        this.idempotency = idempotency;
        this.numbers = numbers;
    }

    @MutationMapping
    ReturnPayload requestReturn(@Argument RequestReturnInput input) {
        return answer(() -> numbers.withOneReserved(() -> idempotency.once(
                "requestReturn",
                input.idempotencyKey(),
                input,
                () -> returns.request(
                        RequestedItemInput.request(input.orderId(), input.items()),
                        Caller.current().actor()),
                made -> made.returnId().toString(),
                known -> returns.find(new ReturnId(UUID.fromString(known))).orElseThrow())));
    }

    @MutationMapping
    ReturnPayload giveEvidence(@Argument GiveEvidenceInput input) {
        return answer(() -> returns.giveEvidence(
                ids.returnOf(input.returnId()),
                input.evidence().stream()
                        .map(one -> new Returns.Evidence(
                                WireIds.item(one.itemId()), WireIds.files(one.photoFileIds()), one.comment()))
                        .toList(),
                Caller.current().actor()));
    }

    @MutationMapping
    ReturnPayload cancelReturn(@Argument CancelReturnInput input) {
        return answer(() ->
                returns.cancel(ids.returnOf(input.returnId()), Caller.current().actor()));
    }

    @MutationMapping
    ReturnPayload announceTracking(@Argument AnnounceTrackingInput input) {
        return answer(() -> returns.announceTracking(
                ids.returnOf(input.returnId()),
                input.carrier(),
                input.trackingNumber(),
                input.which(),
                Caller.current().actor()));
    }

    static ReturnPayload answer(Supplier<Return> action) {
        return Answers.of(
                action, done -> new ReturnPayload(done, List.of()), errors -> new ReturnPayload(null, errors));
    }

    record RequestReturnInput(@Nullable String orderId, List<RequestedItemInput> items, String idempotencyKey) {}

    record GiveEvidenceInput(String returnId, List<ItemEvidenceInput> evidence) {}

    record ItemEvidenceInput(
            String itemId,
            @Nullable List<String> photoFileIds,
            @Nullable String comment) {}

    record CancelReturnInput(String returnId) {}

    record AnnounceTrackingInput(
            String returnId,
            @Nullable String carrier,
            String trackingNumber,
            @Nullable String insteadOf,
            @Nullable Boolean further) {
        WhichParcel which() {
            var isFurther = Boolean.TRUE.equals(further);
            if (insteadOf == null) {
                return isFurther ? new WhichParcel.Further() : new WhichParcel.Unsaid();
            }
            if (isFurther) {
                throw new Refusal(
                        ErrorCode.INVALID,
                        "A number is a further parcel's, or the right one of a parcel that is known; not both",
                        "further");
            }
            return new WhichParcel.Instead(new ReverseShipmentId(GlobalId.parse(insteadOf, "ReverseShipment")));
        }
    }
}
