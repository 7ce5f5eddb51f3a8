package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.kernel.Refusal;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.returns.goods.Grading;
import app.retour.returns.lists.ReceiptLists;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Return;
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

/** The warehouse in the API. */
@Controller
class ReceivingController {
    private final Receiving receiving;
    private final Returns returns;
    private final ReceiptLists lists;
    private final Idempotency idempotency;

    ReceivingController(Receiving receiving, Returns returns, ReceiptLists lists, Idempotency idempotency) {
        this.receiving = receiving;
        this.returns = returns;
        this.lists = lists;
        this.idempotency = idempotency;
    }

    @QueryMapping
    Optional<Receipt> receipt(@Argument String id) {
        try {
            return receiving.find(new ReceiptId(GlobalId.parse(id, "Receipt")));
        } catch (Refusal foreign) {
            return Optional.empty();
        }
    }

    @QueryMapping
    Window<Receipt> openReceipts(ScrollSubrange range) {
        return lists.open(ReturnController.position(range), ReturnController.count(range));
    }

    @QueryMapping
    Window<Receipt> receiptsToInspect(ScrollSubrange range) {
        return lists.toInspect(ReturnController.position(range), ReturnController.count(range));
    }

    @QueryMapping
    Optional<ScannedCode> scannedCode(@Argument String code) {
        return receiving
                .meantBy(code)
                .flatMap(returns::find)
                .map(found -> new ScannedCode(
                        found,
                        receiving.openFor(found.returnId()).orElse(null),
                        receiving.toInspect(found.returnId()).orElse(null),
                        receiving.warning(found.returnId()).orElse(null)));
    }

    /** What a scanned code means. */
    record ScannedCode(
            Return subject,
            @Nullable Receipt openReceipt,
            @Nullable Receipt receiptToInspect,
            @Nullable String warning) {}

    @SchemaMapping(typeName = "ScannedCode", field = "return")
    Return scanned(ScannedCode of) {
        return of.subject();
    }

    @SchemaMapping(typeName = "Receipt")
    String id(Receipt of) {
        return GlobalId.of("Receipt", of.receiptId().value());
    }

    @SchemaMapping(typeName = "Receipt", field = "return")
    Optional<Return> of(Receipt of) {
        return of.returnId() instanceof ReturnId about ? returns.find(about) : Optional.empty();
    }

    @SchemaMapping(typeName = "ReceiptLine", field = "id")
    String lineId(Receipt.Line of) {
        return GlobalId.of("ReceiptLine", of.lineId());
    }

    @SchemaMapping(typeName = "ReceiptLine")
    @Nullable
    String itemId(Receipt.Line of) {
        var item = of.itemId();
        return item == null ? null : GlobalId.of("ReturnItem", item.value());
    }

    @SchemaMapping(typeName = "ReceiptLine")
    @Nullable
    String imagePath(Receipt.Line of) {
        var image = of.imageFile();
        return image == null ? null : "/files/" + image;
    }

    @MutationMapping
    ReceiptPayload openReceipt(@Argument OpenReceiptInput input) {
        return answer(() -> idempotency.once(
                "openReceipt",
                input.idempotencyKey(),
                input,
                () -> receiving.open(input.code(), input.acceptUnknown(), actor()),
                opened -> opened.receiptId().toString(),
                this::known));
    }

    @MutationMapping
    ReceiptPayload countItems(@Argument CountItemsInput input) {
        return answer(() -> receiving.count(
                id(input.receiptId()),
                input.counts().stream()
                        .map(count -> new Receiving.Count(WireIds.item(count.itemId()), count.quantity()))
                        .toList()));
    }

    @MutationMapping
    ReceiptPayload addUnexpectedItem(@Argument AddUnexpectedItemInput input) {
        var instead = input.insteadOfItemId();
        return answer(() -> idempotency.once(
                "addUnexpectedItem",
                input.idempotencyKey(),
                input,
                () -> receiving.addUnexpected(
                        id(input.receiptId()),
                        input.sku(),
                        input.title(),
                        input.quantity(),
                        instead == null ? null : WireIds.item(instead)),
                added -> added.receiptId().toString(),
                this::known));
    }

    @MutationMapping
    ReceiptPayload gradeItems(@Argument GradeItemsInput input) {
        return answer(() -> idempotency.onceWhereKeyed(
                "gradeItems",
                input.idempotencyKey(),
                input,
                () -> receiving.grade(id(input.receiptId()), gradings(input.grades()), actor()),
                graded -> graded.receiptId().toString(),
                this::known));
    }

    @MutationMapping
    ReceiptPayload closeReceipt(@Argument CloseReceiptInput input) {
        return answer(() -> idempotency.onceWhereKeyed(
                "closeReceipt",
                input.idempotencyKey(),
                input,
                () -> receiving.close(id(input.receiptId()), input.expectMore(), gradings(input.grades()), actor()),
                closed -> closed.receiptId().toString(),
                this::known));
    }

    private Receipt known(String id) {
        return receiving.find(new ReceiptId(UUID.fromString(id))).orElseThrow();
    }

    private static List<Grading> gradings(List<ItemGradeInput> said) {
        return said.stream()
                .map(grade -> new Grading(
                        GlobalId.parse(grade.lineId(), "ReceiptLine"),
                        grade.accepted(),
                        grade.refused(),
                        grade.grade(),
                        grade.disposition(),
                        grade.note()))
                .toList();
    }

    private static app.retour.kernel.Actor actor() {
        return Caller.current().actor();
    }

    private static ReceiptId id(String id) {
        return new ReceiptId(GlobalId.parse(id, "Receipt"));
    }

    private static ReceiptPayload answer(Supplier<Receipt> action) {
        return Answers.of(
                action, done -> new ReceiptPayload(done, List.of()), errors -> new ReceiptPayload(null, errors));
    }

    record OpenReceiptInput(String code, boolean acceptUnknown, String idempotencyKey) {}

    record CountItemsInput(String receiptId, List<ItemCountInput> counts) {}

    record ItemCountInput(String itemId, int quantity) {}

    record AddUnexpectedItemInput(
            String receiptId,
            @Nullable String sku,
            String title,
            int quantity,
            @Nullable String insteadOfItemId,
            String idempotencyKey) {}

    record GradeItemsInput(
            String receiptId,
            List<ItemGradeInput> grades,
            @Nullable String idempotencyKey) {}

    record ItemGradeInput(
            String lineId,
            @Nullable Integer accepted,
            int refused,
            Grade grade,
            Disposition disposition,
            @Nullable String note) {}

    record CloseReceiptInput(
            String receiptId,
            boolean expectMore,
            List<ItemGradeInput> grades,
            @Nullable String idempotencyKey) {}

    record ReceiptPayload(@Nullable Receipt receipt, List<UserError> userErrors) {}
}
