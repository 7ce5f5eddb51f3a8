package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.rows.Change;
import app.retour.orders.rows.Limits;
import app.retour.orders.shoppers.Proofs;
import app.retour.tenants.tenancy.TenantContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param withoutPerson of who was erased: what was told of them was left out */
    public record Taken(OrderId order, Change change, boolean withoutPerson) {}

    /**
     * All or none, in the order given; of several that mean the same order, each later one adds to the earlier.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    public List<Taken> take(List<OrderUpsert> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        for (var i = 0; i < given.size(); i++) {
            OrderCheck.check(given.get(i), i);
        }
        var known = known(given);
        var present = past.leaveOut(given, i -> known.idOf(given.get(i), i));
        var told = present.orders();
        var people = buyers.know(told, present.blocked());
        var changed = new LinkedHashMap<UUID, OrderMerge>();
        var taken = new ArrayList<Taken>();
        var merges = new ArrayList<OrderMerge>();
        for (var i = 0; i < told.size(); i++) {
            var order = told.get(i);
            var before = known.find(order, i);
            if (before != null
                    && order.fingerprint() != null
                    && order.fingerprint().equals(before.order().fingerprint())) {
                taken.add(new Taken(new OrderId(before.order().id()), Change.UNCHANGED, false));
                continue;
            }
            var merged = merge(before, order, people, i);
            merges.add(merged);
            changed.put(merged.order().id(), merged);
            known.put(merged);
            announce(before == null ? null : before.order(), merged.order());
            taken.add(new Taken(
                    new OrderId(merged.order().id()),
                    before == null ? Change.CREATED : Change.UPDATED,
                    order != given.get(i)));
        }
        try {
            orders.save(
                    changed.values().stream().map(OrderMerge::order).toList(),
                    changed.values().stream()
                            .flatMap(merged -> merged.lines().stream())
                            .toList());
        } catch (DuplicateKeyException meanwhile) {
            throw new Refusal(
                    ErrorCode.STALE, "One of these orders was told by somebody else meanwhile; send it again");
        }
        for (var i = 0; i < told.size(); i++) {
            if (taken.get(i).change() != Change.UNCHANGED) {
                saveRest(taken.get(i).order().value(), told.get(i));
            }
        }
        for (var merged : merges) {
            if (merged.outsideRefunds() != null) {
                orders.saveOutsideRefunds(merged.order().id(), merged.outsideRefunds());
            }
        }
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

    private void saveRest(UUID id, OrderUpsert told) {
        if (told.tenders() != null) {
            var rows = new ArrayList<TenderRow>();
            told.tenders()
                    .forEach(tender -> rows.add(new TenderRow(
                            id, tender.id(), rows.size(), tender.kind(), tender.amount(), tender.label())));
            orders.saveTenders(id, rows);
        }
        if (told.shipTo() != null) {
            addresses.save(id, "SHIPPING", told.shipTo());
        }
        // Who gave no e-mail is no shopper we know; the number is all there is to find the order by.
        if (told.shopperPhone() != null && Proofs.email(told.email()).isEmpty()) {
            addresses.saveMissingPhone(id, told.shopperPhone());
        }
        if (told.billTo() != null) {
            addresses.save(id, "BILLING", told.billTo());
        }
    }

    private OrderMerge merge(
            KnownOrders.@Nullable Known before, OrderUpsert order, Map<MailAddress, UUID> people, int index) {
        var email = Proofs.email(order.email());
        try {
            return OrderMerge.of(
                    before == null ? null : before.order(),
                    before == null ? List.of() : before.lines(),
                    before == null ? BigDecimal.ZERO : before.explainedOutside(),
                    order,
                    email.map(people::get).orElse(null));
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
