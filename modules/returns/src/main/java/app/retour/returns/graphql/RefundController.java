package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.Returns;
import app.retour.returns.StaffTasks;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.lists.ReturnLists;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.view.StaffTask;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** Money and tasks in the API. */
@Controller
class RefundController {
    private final Refunds refunds;
    private final StaffTasks tasks;
    private final Returns returns;
    private final ReturnLists lists;
    private final Idempotency idempotency;

    RefundController(Refunds refunds, StaffTasks tasks, Returns returns, ReturnLists lists, Idempotency idempotency) {
        this.refunds = refunds;
        this.tasks = tasks;
        this.returns = returns;
        this.lists = lists;
        this.idempotency = idempotency;
    }

    @QueryMapping
    Window<Refund> refunds(@Argument @Nullable List<RefundState> state, ScrollSubrange range) {
        return lists.refunds(
                state == null ? List.of() : state, ReturnController.position(range), ReturnController.count(range));
    }

    @QueryMapping
    Window<StaffTask> staffTasks(ScrollSubrange range) {
        return lists.openTasks(ReturnController.position(range), ReturnController.count(range));
    }

    @SchemaMapping(typeName = "Refund")
    String id(Refund of) {
        return GlobalId.of("Refund", of.refundId().value());
    }

    @SchemaMapping(typeName = "Refund", field = "return")
    Optional<Return> refundOf(Refund of) {
        return returns.find(of.returnId());
    }

    @SchemaMapping(typeName = "StaffTask")
    String id(StaffTask of) {
        return GlobalId.of("StaffTask", of.taskId());
    }

    @SchemaMapping(typeName = "StaffTask", field = "return")
    Optional<Return> taskOf(StaffTask of) {
        return of.returnId() instanceof ReturnId about ? returns.find(about) : Optional.empty();
    }

    @SchemaMapping(typeName = "StaffTask")
    Optional<ReturnItem> item(StaffTask of) {
        return taskOf(of).stream()
                .flatMap(found -> found.items().stream())
                .filter(item -> item.itemId().equals(of.itemId()))
                .findFirst();
    }

    @MutationMapping
    RefundPayload markRefundPaid(@Argument MarkRefundPaidInput input) {
        return answer(() -> {
            // Committed by itself: what changed meanwhile is kept though the payment is refused.
            refunds.lookAgain(id(input.refundId()), actor()).ifPresent(RefundController::refuse);
            var asked = idempotency.once(
                    "markRefundPaid",
                    input.idempotencyKey(),
                    input,
                    () -> refunds.markPaid(id(input.refundId()), input.reference(), actor()),
                    paid -> paid.refundId().toString(),
                    known -> refunds.find(new RefundId(UUID.fromString(known))).orElseThrow());
            // Committed: the gateway is asked outside of it.
            var settled = asked.state() == RefundState.ISSUING && !asked.outcomeUnknown()
                    ? refunds.settle(asked.refundId(), actor())
                    : asked;
            if (settled.state() == RefundState.DUE || settled.state() == RefundState.CANCELED) {
                refuse(stopped(settled));
            }
            return settled;
        });
    }

    /** Something came between the word that it is paid and the gateway's ear. */
    private static String stopped(Refund refund) {
        var why = refund.state() == RefundState.CANCELED ? refund.failure() : refund.needsPersonBecause();
        if (refund.state() == RefundState.CANCELED || refund.held()) {
            return "This refund was not paid: " + why;
        }
        return "This refund was not paid, and is %s now%s".formatted(refund.amount(), why == null ? "" : ": " + why);
    }

    private static void refuse(String changed) {
        throw new Refusal(ErrorCode.WRONG_STATE, changed + ". Look at it before you pay", "refundId");
    }

    @MutationMapping
    RefundPayload markRefundFailed(@Argument MarkRefundFailedInput input) {
        return answer(() -> refunds.markFailed(id(input.refundId()), input.reason(), actor()));
    }

    @MutationMapping
    RefundPayload retryRefund(@Argument RetryRefundInput input) {
        return answer(() -> refunds.retry(id(input.refundId()), actor()));
    }

    @MutationMapping
    RefundPayload adjustRefund(@Argument AdjustRefundInput input) {
        return answer(
                () -> refunds.adjust(id(input.refundId()), input.version(), input.amount(), input.reason(), actor()));
    }

    @MutationMapping
    RefundPayload pickTender(@Argument PickTenderInput input) {
        return answer(() -> refunds.pickTender(id(input.refundId()), input.tenderId(), input.label(), actor()));
    }

    @MutationMapping
    RefundPayload cancelRefund(@Argument CancelRefundInput input) {
        return answer(() -> refunds.cancel(id(input.refundId()), input.reason(), actor()));
    }

    @MutationMapping
    CompleteTaskPayload completeTask(@Argument CompleteTaskInput input) {
        return Answers.of(
                () -> idempotency.onceWhereKeyed(
                        "completeTask",
                        input.idempotencyKey(),
                        input,
                        () -> tasks.complete(GlobalId.parse(input.taskId(), "StaffTask"), input.reference(), actor()),
                        done -> done.taskId().toString(),
                        known -> tasks.find(UUID.fromString(known)).orElseThrow()),
                done -> new CompleteTaskPayload(done, List.of()),
                errors -> new CompleteTaskPayload(null, errors));
    }

    private static Actor actor() {
        return Caller.current().actor();
    }

    private static RefundId id(String id) {
        return new RefundId(GlobalId.parse(id, "Refund"));
    }

    private static RefundPayload answer(Supplier<Refund> action) {
        return Answers.of(
                action, done -> new RefundPayload(done, List.of()), errors -> new RefundPayload(null, errors));
    }

    record MarkRefundPaidInput(String refundId, String reference, String idempotencyKey) {}

    record MarkRefundFailedInput(String refundId, String reason) {}

    record RetryRefundInput(String refundId) {}

    record AdjustRefundInput(String refundId, int version, BigDecimal amount, String reason) {}

    record PickTenderInput(String refundId, @Nullable String tenderId, String label) {}

    record CancelRefundInput(String refundId, String reason) {}

    record CompleteTaskInput(
            String taskId,
            @Nullable String reference,
            @Nullable String idempotencyKey) {}

    record RefundPayload(@Nullable Refund refund, List<UserError> userErrors) {}

    record CompleteTaskPayload(@Nullable StaffTask task, List<UserError> userErrors) {}
}
