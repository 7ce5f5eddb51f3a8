package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.rows.Change;
import app.retour.orders.rows.Limits;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.shoppers.ReadEmails;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes what sources tell of orders, many at a time, inside the caller's transaction. */
@Component
public class OrderUpserts {
    private final CustomerOrders orders;
    private final OrderAddresses addresses;
    private final Buyers buyers;
    private final ErasedPast past;
    private final ApplicationEventPublisher events;

    OrderUpserts(
            CustomerOrders orders,
            OrderAddresses addresses,
            Buyers buyers,
            ErasedPast past,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.addresses = addresses;
        this.buyers = buyers;
        this.past = past;
        this.events = events;
    }

    /** What became of one of several that were told. */
    public sealed interface Fate {}

    /** @param withoutPerson of who was erased: what was told of them was left out */
    public record Taken(OrderId order, Change change, boolean withoutPerson) implements Fate {}

    /** It cannot be taken, whatever is known already. */
    public record Unfit(Refusal why) implements Fate {}

    /**
     * All or none, in the order given; of several that mean the same order, each later one adds to the earlier.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    public List<Taken> take(List<OrderUpsert> given) {
        for (var i = 0; i < given.size(); i++) {
            OrderCheck.check(given.get(i), i);
        }
        return takeAll(given);
    }

    /**
     * The same, but what is unfit by itself holds up none of the others.
     *
     * @throws Refusal for what does not go with what is known, so that none is taken
     */
    public List<Fate> takeFit(List<OrderUpsert> given) {
        var fates = new ArrayList<@Nullable Fate>();
        var fit = new ArrayList<OrderUpsert>();
        for (var order : given) {
            try {
                OrderCheck.check(order, 0);
                fit.add(order);
                fates.add(null);
            } catch (Refusal unfit) {
                fates.add(new Unfit(unfit));
            }
        }
        var taken = takeAll(fit).iterator();
        return fates.stream().map(fate -> fate == null ? taken.next() : fate).toList();
    }

    private List<Taken> takeAll(List<OrderUpsert> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        var known = known(given);
        var emails = new ReadEmails();
        var present = past.leaveOut(given, emails, i -> known.idOf(given.get(i), i));
        var told = present.orders();
        var people = buyers.know(told, emails, present.blocked());
        var changes = new OrderChanges();
        var taken = new ArrayList<Taken>();
        for (var i = 0; i < told.size(); i++) {
            var order = told.get(i);
            var before = known.find(order, i);
            if (before != null
                    && order.fingerprint() != null
                    && order.fingerprint().equals(before.order().fingerprint())) {
                taken.add(new Taken(new OrderId(before.order().id()), Change.UNCHANGED, false));
                continue;
            }
            var merged = merge(
                    before, order, emails.of(order.email()).map(people::get).orElse(null), i);
            changes.add(merged, before == null, order);
            known.put(merged);
            announce(before == null ? null : before.order(), merged.order());
            taken.add(new Taken(
                    new OrderId(merged.order().id()),
                    before == null ? Change.CREATED : Change.UPDATED,
                    order != given.get(i)));
        }
        try {
            orders.save(changes);
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal(
                    ErrorCode.STALE, "One of these orders was told by somebody else meanwhile; send it again");
        }
        addresses.save(changes);
        var again = taken.stream()
                .filter(one -> one.change() == Change.UPDATED)
                .map(Taken::order)
                .distinct()
                .toList();
        if (!again.isEmpty()) {
            events.publishEvent(new OrdersUpdated(TenantContext.current(), again));
        }
        return taken;
    }

    private OrderMerge merge(KnownOrders.@Nullable Known before, OrderUpsert order, @Nullable UUID shopper, int index) {
        try {
            return OrderMerge.of(
                    before == null ? null : before.order(),
                    before == null ? List.of() : before.lines(),
                    before == null ? BigDecimal.ZERO : before.explainedOutside(),
                    order,
                    shopper);
        } catch (Refusal refused) {
            throw Limits.of(index)
                    .refusal(
                            refused.code(),
                            String.valueOf(refused.getMessage()),
                            refused.field().toArray(String[]::new));
        }
    }

    private void announce(@Nullable OrderRow before, OrderRow after) {
        TenantId tenant = TenantContext.current();
        var id = new OrderId(after.id());
        Instant delivered = after.deliveredAt();
        if (delivered != null && !delivered.equals(before == null ? null : before.deliveredAt())) {
            events.publishEvent(new OrderDelivered(tenant, id, delivered));
        }
        Instant canceled = after.canceledAt();
        if (canceled != null && !canceled.equals(before == null ? null : before.canceledAt())) {
            events.publishEvent(new OrderCanceled(tenant, id, canceled));
        }
    }

    private KnownOrders known(List<OrderUpsert> told) {
        var rows = orders.hold(
                told.stream()
                        .map(OrderUpsert::externalId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                told.stream().map(order -> OrderNumber.of(order.number())).collect(Collectors.toSet()));
        var lines = orders.linesOf(rows.stream().map(OrderRow::id).toList()).stream()
                .collect(Collectors.groupingBy(LineRow::order));
        var explained = orders
                .outsideRefundsOf(rows.stream()
                        .filter(row -> row.refundedOutside().signum() > 0)
                        .map(OrderRow::id)
                        .toList())
                .stream()
                .collect(Collectors.toMap(OutsideRefundRow::order, OutsideRefundRow::amount, BigDecimal::add));
        var known = new KnownOrders();
        rows.forEach(row -> known.put(new OrderMerge(
                row,
                lines.getOrDefault(row.id(), List.of()),
                explained.getOrDefault(row.id(), BigDecimal.ZERO),
                null)));
        return known;
    }
}
