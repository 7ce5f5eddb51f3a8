package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.refunds.Reimbursable;
import app.retour.returns.refunds.ReimbursementKind;
import app.retour.returns.refunds.StaffReimbursements;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What staff give back of their own accord, in the API. */
@Controller
class ReimbursingController {
    private final StaffReimbursements reimbursements;
    private final Refunds refunds;
    private final Idempotency idempotency;

    ReimbursingController(StaffReimbursements reimbursements, Refunds refunds, Idempotency idempotency) {
        this.reimbursements = reimbursements;
        this.refunds = refunds;
        this.idempotency = idempotency;
    }

    @SchemaMapping(typeName = "Return")
    Reimbursable reimbursable(Return of) {
        return reimbursements.reimbursable(of.returnId());
    }

    @MutationMapping
    ReimbursePayload reimburse(@Argument ReimburseInput input) {
        return Answers.of(
                () -> idempotency.once(
                        "reimburse",
                        input.idempotencyKey(),
                        input,
                        () -> reimbursements.give(
                                new ReturnId(GlobalId.parse(input.returnId(), "Return")),
                                input.kind(),
                                input.amount(),
                                input.reason(),
                                Caller.current().actor()),
                        given -> given.refundId().toString(),
                        known -> refunds.find(new RefundId(UUID.fromString(known)))
                                .orElseThrow()),
                given -> new ReimbursePayload(given, List.of()),
                errors -> new ReimbursePayload(null, errors));
    }

    record ReimburseInput(
            String returnId, ReimbursementKind kind, BigDecimal amount, String reason, String idempotencyKey) {}

    record ReimbursePayload(@Nullable Refund refund, List<UserError> userErrors) {}
}
