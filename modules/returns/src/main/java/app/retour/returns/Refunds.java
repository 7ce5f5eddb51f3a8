package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.tenants.Audit;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that is due: paid, failed, adjusted, given up; and the team's tasks that stand in for money. */
@Service
@Transactional
public class Refunds {
    private static final int LONGEST_TEXT = 200;
    private final Dossiers dossiers;
    private final Reimbursements refunds;
    private final AnnouncedItems items;
    private final TeamTasks tasks;
    private final RefundDesk desk;
    private final RefundGateway gateway;
    private final OrderLocks locks;
    private final Chronicle chronicle;
    private final Audit audit;
    private final Clock clock;

    Refunds(
            Dossiers dossiers,
            Reimbursements refunds,
            AnnouncedItems items,
            TeamTasks tasks,
            RefundDesk desk,
            RefundGateway gateway,
            OrderLocks locks,
            Chronicle chronicle,
            Audit audit,
            Clock clock) {
        this.dossiers = dossiers;
        this.refunds = refunds;
        this.items = items;
        this.tasks = tasks;
        this.desk = desk;
        this.gateway = gateway;
        this.locks = locks;
        this.chronicle = chronicle;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Refund> find(RefundId id) {
        return refunds.findById(id.value()).map(Reimbursement::snapshot);
    }

    /**
     * A person paid it. Saying so again with the same reference changes nothing.
     *
     * @throws Refusal WRONG_STATE when it is not to be paid, or when nobody said yet where it goes
     */
    public Refund markPaid(RefundId id, String reference, Actor actor) {
        var said = text(reference, "reference");
        return changing(id, (dossier, refund) -> {
            if (refund.state() == RefundState.ISSUED
                    && said.equals(refund.snapshot().reference())) {
                return;
            }
            refund.issuing(clock.instant());
            var payment = new RefundGateway.Payment(
                    id, refund.amount(), refund.waterfall().tenders(), said);
            switch (gateway.pay(payment)) {
                case RefundGateway.Answer.Paid paid -> issued(dossier, refund, paid.reference(), actor);
                case RefundGateway.Answer.Failed failed -> failed(dossier, refund, failed.why(), actor);
                case RefundGateway.Answer.Unknown _ -> {
                    // Stays ISSUING until somebody reconciles it.
                }
            }
        });
    }

    private void issued(Dossier dossier, Reimbursement refund, String reference, Actor actor) {
        refund.issued(reference, clock.instant());
        audit.record(
                "refund.issued",
                "Refund",
                refund.id().toString(),
                Map.of("amount", refund.amount().toString(), "reference", reference));
        chronicle.tell(
                dossier.authorization(),
                actor,
                "%s refunded".formatted(refund.amount()),
                s -> new ReturnEvent.RefundIssued(
                        s.tenant(),
                        s.returnId(),
                        s.rmaNumber(),
                        s.sequence(),
                        s.at(),
                        s.actor(),
                        refund.refundId(),
                        refund.amount()));
    }

    public Refund markFailed(RefundId id, String why, Actor actor) {
        var said = text(why, "reason");
        return changing(id, (dossier, refund) -> failed(dossier, refund, said, actor));
    }

    private void failed(Dossier dossier, Reimbursement refund, String why, Actor actor) {
        refund.failed(why);
        audit.record("refund.failed", "Refund", refund.id().toString(), Map.of());
        chronicle.tell(
                dossier.authorization(),
                actor,
                "Refunding %s failed: %s".formatted(refund.amount(), why),
                s -> new ReturnEvent.RefundFailed(
                        s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), refund.refundId()));
    }

    /** Puts a failed refund back among those due. */
    public Refund retry(RefundId id, Actor actor) {
        return changing(id, (dossier, refund) -> {
            refund.dueAgain();
            changed(dossier, refund, "%s is due again".formatted(refund.amount()), actor);
        });
    }

    /**
     * @param by positive gives more, negative less
     * @throws Refusal STALE, CEILING_EXCEEDED above what was paid, INVALID below nothing
     */
    public Refund adjust(RefundId id, long version, BigDecimal by, String reason, Actor actor) {
        var said = text(reason, "reason");
        return changing(id, (dossier, refund) -> {
            if (refund.version() != version) {
                throw new Refusal(ErrorCode.STALE, "The refund was changed meanwhile; look at it again", "version");
            }
            locks.hold(refund.orderId());
            var delta = amount(by, refund);
            if (delta.compareTo(desk.room(refund)) > 0) {
                throw new Refusal(
                        ErrorCode.CEILING_EXCEEDED,
                        "Of what was paid only %s are left to give back".formatted(desk.room(refund)),
                        "amount");
            }
            var total = refund.amount().plus(delta);
            if (delta.isZero() || total.isNegative()) {
                throw new Refusal(ErrorCode.INVALID, "Take off at most %s".formatted(refund.amount()), "amount");
            }
            var lines = new ArrayList<>(refund.waterfall().lines());
            lines.add(new Waterfall.Line(WaterfallLineKind.ADJUSTMENT, said, delta, null));
            var tenders = desk.tenders(refund, total);
            refund.adjust(new Waterfall(lines, total, tenders.shares()), tenders.needsPersonBecause());
            audit.record("refund.adjusted", "Refund", id.toString(), Map.of("by", delta.toString()));
            changed(dossier, refund, "The refund was adjusted to %s: %s".formatted(total, said), actor);
        });
    }

    private static Money amount(BigDecimal by, Reimbursement refund) {
        try {
            return new Money(by, refund.amount().currency());
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "Give no more decimals than %s has"
                            .formatted(refund.amount().currency()),
                    "amount");
        }
    }

    /** A person says where it goes. */
    public Refund pickTender(RefundId id, @Nullable String tenderId, String label, Actor actor) {
        var said = text(label, "label");
        return changing(id, (dossier, refund) -> {
            var now = refund.waterfall();
            var share = new Waterfall.TenderShare(tenderId, said, now.total());
            refund.adjust(new Waterfall(now.lines(), now.total(), List.of(share)), null);
            changed(dossier, refund, "The refund goes to %s".formatted(said), actor);
        });
    }

    public Refund cancel(RefundId id, String reason, Actor actor) {
        var said = text(reason, "reason");
        return changing(id, (dossier, refund) -> {
            refund.cancel(said);
            audit.record("refund.canceled", "Refund", id.toString(), Map.of());
            changed(dossier, refund, "The refund of %s was given up".formatted(refund.amount()), actor);
        });
    }

    private void changed(Dossier dossier, Reimbursement refund, String said, Actor actor) {
        chronicle.tell(
                dossier.authorization(),
                actor,
                said,
                s -> new ReturnEvent.RefundChanged(
                        s.tenant(),
                        s.returnId(),
                        s.rmaNumber(),
                        s.sequence(),
                        s.at(),
                        s.actor(),
                        refund.refundId(),
                        refund.state()));
    }

    /** A task is done. @throws Refusal WRONG_STATE when it was before */
    public StaffTask complete(UUID taskId, @Nullable String reference, Actor actor) {
        var dossier = tasks.returnOf(taskId)
                .map(of -> dossiers.hold(new ReturnId(of)))
                .orElse(null);
        var held = tasks.hold(taskId)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such task", "taskId"));
        held.done(actor.id(), reference, clock.instant());
        if (dossier != null && held.kind() == StaffTaskKind.SEND_REPLACEMENT && held.itemId() instanceof UUID item) {
            var sent = dossier.item(item);
            sent.moveGoods(sent.goods().exchange(held.quantity()));
            items.saveAndFlush(sent);
            chronicle.tell(
                    dossier.authorization(),
                    actor,
                    "The replacement was sent",
                    s -> new ReturnEvent.ExchangeSent(
                            s.tenant(), s.returnId(), s.rmaNumber(), s.sequence(), s.at(), s.actor(), taskId));
        }
        return tasks.saveAndFlush(held).snapshot();
    }

    private interface Change {
        void on(Dossier dossier, Reimbursement refund);
    }

    private Refund changing(RefundId id, Change change) {
        var dossier = refunds.returnOf(id.value())
                .map(of -> dossiers.hold(new ReturnId(of)))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such refund", "refundId"));
        var refund = refunds.hold(id.value()).orElseThrow();
        change.on(dossier, refund);
        return refunds.saveAndFlush(refund).snapshot();
    }

    private static String text(String text, String field) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new Refusal(
                    text.isBlank() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "Give 1 to %d characters".formatted(LONGEST_TEXT),
                    field);
        }
        return text.strip();
    }
}
