package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.returns.Reviews;
import app.retour.returns.goods.Discrepancy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What the team decides. */
@Controller
class ReviewController {
    private final Reviews reviews;
    private final WireIds ids;

    ReviewController(Reviews reviews, WireIds ids) {
        this.reviews = reviews;
        this.ids = ids;
    }

    @MutationMapping
    ReturnPayload approveItems(@Argument ApproveItemsInput input) {
        return RequestController.answer(() -> reviews.approve(
                ids.returnOf(input.returnId()),
                input.version(),
                choices(input.items()),
                input.note(),
                Caller.current().actor()));
    }

    @MutationMapping
    ReturnPayload rejectItems(@Argument RejectItemsInput input) {
        return RequestController.answer(() -> reviews.reject(
                ids.returnOf(input.returnId()),
                input.version(),
                choices(input.items()),
                input.reason(),
                input.note(),
                Caller.current().actor()));
    }

    private static List<Reviews.Choice> choices(List<DecideItemInput> items) {
        return items.stream()
                .map(item -> new Reviews.Choice(WireIds.item(item.itemId()), item.quantity()))
                .toList();
    }

    @MutationMapping
    ReturnPayload askForEvidence(@Argument AskForEvidenceInput input) {
        return RequestController.answer(() -> reviews.askForEvidence(
                ids.returnOf(input.returnId()),
                input.version(),
                input.itemIds().stream().map(WireIds::item).toList(),
                input.photos(),
                input.comment(),
                input.message(),
                Caller.current().actor()));
    }

    @MutationMapping
    ReturnPayload releaseApproved(@Argument ReleaseApprovedInput input) {
        return RequestController.answer(() -> reviews.releaseApproved(
                ids.returnOf(input.returnId()),
                input.version(),
                Caller.current().actor()));
    }

    @MutationMapping
    ReturnPayload assignReturn(@Argument AssignReturnInput input) {
        return RequestController.answer(() -> reviews.assign(ids.returnOf(input.returnId()), input.assignee()));
    }

    @MutationMapping
    ReturnPayload closeReturn(@Argument CloseReturnInput input) {
        return RequestController.answer(() -> reviews.close(
                ids.returnOf(input.returnId()),
                input.version(),
                input.reason(),
                Caller.current().actor()));
    }

    @MutationMapping
    SettleDiscrepancyPayload settleDiscrepancy(@Argument SettleDiscrepancyInput input) {
        return Answers.of(
                () -> reviews.settle(GlobalId.parse(input.discrepancyId(), "Discrepancy"), input.settlement()),
                settled -> new SettleDiscrepancyPayload(settled, List.of()),
                errors -> new SettleDiscrepancyPayload(null, errors));
    }

    record DecideItemInput(String itemId, @Nullable Integer quantity) {}

    record ApproveItemsInput(
            String returnId,
            int version,
            List<DecideItemInput> items,
            @Nullable String note) {}

    record RejectItemsInput(
            String returnId,
            int version,
            List<DecideItemInput> items,
            String reason,
            @Nullable String note) {}

    record AskForEvidenceInput(
            String returnId,
            int version,
            List<String> itemIds,
            int photos,
            boolean comment,
            @Nullable String message) {}

    record ReleaseApprovedInput(String returnId, int version) {}

    record AssignReturnInput(String returnId, @Nullable String assignee) {}

    record CloseReturnInput(String returnId, int version, String reason) {}

    record SettleDiscrepancyInput(String discrepancyId, String settlement) {}

    record SettleDiscrepancyPayload(@Nullable Discrepancy discrepancy, List<UserError> userErrors) {}
}
