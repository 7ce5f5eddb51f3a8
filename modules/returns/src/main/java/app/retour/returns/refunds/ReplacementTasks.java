package app.retour.returns.refunds;

import app.retour.kernel.Actor;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.goods.Payable;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.record.StoredStaffTasks;
import app.retour.returns.view.StaffTaskKind;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Replacements that the team has to send: as many as are owed, no more. */
@Component
class ReplacementTasks {
    private final StoredStaffTasks tasks;
    private final ReturnTimeline timeline;
    private final Clock clock;

    ReplacementTasks(StoredStaffTasks tasks, ReturnTimeline timeline, Clock clock) {
        this.tasks = tasks;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What nobody sends any more is no task; for what is still to be sent a new one is opened. */
    void drop(ReturnAggregate aggregate, RequestedItem item, Actor actor) {
        var asked = aggregate.tasks().stream()
                .filter(task -> item.id().equals(task.itemId()))
                .toList();
        var units = asked.stream().mapToInt(StoredStaffTask::quantity).sum() - Payable.units(aggregate, item);
        for (var task : asked.reversed()) {
            if (units > 0 && task.isOpen()) {
                units -= task.quantity();
                task.drop(clock.instant());
                tasks.saveAndFlush(task);
                timeline.record(
                        aggregate.authorization(),
                        actor,
                        task.snapshot().text(),
                        stamp -> new ReturnEvent.ExchangeTaskDropped(stamp, task.id()));
            }
        }
    }

    /** For what is owed in kind and nobody was asked to send yet. */
    void open(ReturnAggregate aggregate, RequestedItem item, Actor actor) {
        var asked = aggregate.tasks().stream()
                .filter(task -> item.id().equals(task.itemId()))
                .mapToInt(StoredStaffTask::quantity)
                .sum();
        var units = Payable.units(aggregate, item) - asked;
        if (units <= 0) {
            return;
        }
        var wanted = item.exchange();
        var said = "Send %d × %s instead of “%s”"
                .formatted(units, wanted == null ? "a replacement" : wanted.exchangeTitle(), item.title());
        var task = tasks.saveAndFlush(new StoredStaffTask(
                StaffTaskKind.SEND_REPLACEMENT, item.returnId(), item.id(), units, said, clock.instant()));
        aggregate.add(task);
        timeline.record(
                aggregate.authorization(), actor, said, stamp -> new ReturnEvent.ExchangeTaskOpened(stamp, task.id()));
    }
}
