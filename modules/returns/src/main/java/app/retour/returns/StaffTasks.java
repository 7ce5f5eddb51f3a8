package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnId;
import app.retour.returns.record.RequestedItems;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.record.StoredStaffTasks;
import app.retour.returns.view.StaffTask;
import app.retour.returns.view.StaffTaskKind;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's tasks: what a person does outside this house, and says when it is done. */
@Service
@Transactional
public class StaffTasks {
    private final StoredStaffTasks tasks;
    private final ReturnAggregates aggregates;
    private final RequestedItems items;
    private final ReturnTimeline timeline;
    private final Clock clock;

    StaffTasks(
            StoredStaffTasks tasks,
            ReturnAggregates aggregates,
            RequestedItems items,
            ReturnTimeline timeline,
            Clock clock) {
        this.tasks = tasks;
        this.aggregates = aggregates;
        this.items = items;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<StaffTask> find(UUID taskId) {
        return tasks.findById(taskId).map(StoredStaffTask::snapshot);
    }

    /** A task is done. @throws Refusal WRONG_STATE when it was before */
    public StaffTask complete(UUID taskId, @Nullable String reference, Actor actor) {
        var aggregate = tasks.returnOf(taskId)
                .map(of -> aggregates.holdToSay(new ReturnId(of)))
                .orElse(null);
        var held = tasks.hold(taskId)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such task", "taskId"));
        held.done(actor.id(), reference, clock.instant());
        if (aggregate != null && held.kind() == StaffTaskKind.SEND_REPLACEMENT && held.itemId() instanceof UUID item) {
            var sent = aggregate.item(item);
            sent.moveGoods(sent.goods().exchange(held.quantity()));
            items.saveAndFlush(sent);
            timeline.record(
                    aggregate.authorization(),
                    actor,
                    "The replacement was sent",
                    stamp -> new ReturnEvent.ExchangeSent(stamp, taskId));
        }
        return tasks.saveAndFlush(held).snapshot();
    }
}
