package app.retour.returns.lists;

import app.retour.orders.OrderId;
import app.retour.orders.Orders;
import app.retour.returns.Returns;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.receiving.ScannedCodes;
import app.retour.returns.record.StoredStaffTasks;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.status.HeadlineGroup;
import app.retour.returns.status.HeadlineGroups;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.StaffTask;
import app.retour.tenants.tenancy.TenantContext;
import app.retour.tracking.ReverseShipments;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists and queues, by keyset. */
@Service
@Transactional(readOnly = true)
public class ReturnLists {
    private static final int MOST_FOUND = 500;
    private final JdbcClient jdbc;
    private final Returns returns;
    private final Refunds refunds;
    private final StoredStaffTasks tasks;
    private final Orders orders;
    private final ReverseShipments shipments;
    private final ScannedCodes codes;

    ReturnLists(
            JdbcClient jdbc,
            Returns returns,
            Refunds refunds,
            StoredStaffTasks tasks,
            Orders orders,
            ReverseShipments shipments,
            ScannedCodes codes) {
        this.jdbc = jdbc;
        this.returns = returns;
        this.refunds = refunds;
        this.tasks = tasks;
        this.orders = orders;
        this.shipments = shipments;
        this.codes = codes;
    }

    /** Newest first. */
    public Window<Return> list(ReturnFilter filter, ScrollPosition position, int limit) {
        var where = new StringBuilder("a.tenant_id = :tenant");
        if (filter.decision() instanceof List<ReturnDecision> decisions && !decisions.isEmpty()) {
            where.append(" and ").append(HeadlineGroups.DECISION).append(" in (");
            where.append(decisions.stream().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", ")));
            where.append(')');
        }
        if (filter.group() instanceof HeadlineGroup group) {
            where.append(" and ").append(HeadlineGroups.condition(group));
        }
        where.append(' ').append("""
            and (cast(:assignee as text) is null or a.assignee = :assignee)
            and (cast(:from as timestamptz) is null or a.requested_at >= :from)
            and (cast(:until as timestamptz) is null or a.requested_at < :until)
            and (cast(:at as timestamptz) is null or (a.requested_at, a.id) < (:at, cast(:id as uuid)))\
            """);
        var search = filter.search() == null || filter.search().isBlank()
                ? null
                : filter.search().strip();
        if (search != null) {
            where.append(' ').append("""
                and (a.rma_number = upper(:text) or a.rma_number = 'R-' || :text or a.id = any(:scanned)
                     or a.order_id = any(:orders) or a.id = any(:parcels)
                     or exists (select from returns.return_item i where i.tenant_id = a.tenant_id
                                and i.return_id = a.id and lower(i.sku collate pg_c_utf8) = lower(:text collate pg_c_utf8)))\
                """);
        }
        var after = KeysetPage.keys(position);
        var query = jdbc.sql("select a.id, a.requested_at as at, 0 as rank from returns.return_authorization a where "
                        + where + " order by a.requested_at desc, a.id desc limit :most")
                .param("tenant", TenantContext.current().value())
                .param("assignee", filter.assignee())
                .param("from", utc(filter.requestedFrom()))
                .param("until", utc(filter.requestedUntil()))
                .param("at", after.isEmpty() ? null : OffsetDateTime.parse(String.valueOf(after.get("at"))))
                .param("id", after.isEmpty() ? null : String.valueOf(after.get("id")))
                .param("most", limit + 1);
        if (search != null) {
            query = query.param("text", search)
                    .param("scanned", ids(codes.possible(search).stream().map(ReturnId::value)))
                    .param(
                            "orders",
                            ids(orders.search(search, MOST_FOUND).stream().map(OrderId::value)))
                    .param("parcels", ids(shipments.search(search).stream().map(parcel -> parcel.subject())));
        }
        return returnsAt(KeysetPage.places(query), limit);
    }

    private static UUID[] ids(Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** What waits for a person: most urgent, then oldest first. */
    public Window<Return> reviewQueue(ScrollPosition position, int limit) {
        var after = KeysetPage.keys(position);
        var query = jdbc.sql("select a.id, a.requested_at as at, a.priority as rank from returns.return_authorization a"
                        + " where a.tenant_id = :tenant and " + HeadlineGroups.condition(HeadlineGroup.NEEDS_REVIEW)
                        + ' '
                        + """
                         and (cast(:at as timestamptz) is null or (-a.priority, a.requested_at, a.id)
                              > (-cast(:rank as integer), :at, cast(:id as uuid)))
                        order by a.priority desc, a.requested_at, a.id limit :most\
                        """)
                .param("tenant", TenantContext.current().value())
                .param("at", after.isEmpty() ? null : OffsetDateTime.parse(String.valueOf(after.get("at"))))
                .param("id", after.isEmpty() ? null : String.valueOf(after.get("id")))
                .param("rank", after.isEmpty() ? null : Integer.valueOf(String.valueOf(after.get("rank"))))
                .param("most", limit + 1);
        return returnsAt(KeysetPage.places(query), limit);
    }

    /** The longest due first. */
    public Window<Refund> refunds(List<RefundState> states, ScrollPosition position, int limit) {
        var wanted = (states.isEmpty() ? List.of(RefundState.values()) : states)
                .stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
        var query = KeysetPage.oldestFirst(
                jdbc,
                "select id, due_at as at, 0 as rank from returns.refund where tenant_id = :tenant and state in ("
                        + wanted + ")",
                "due_at",
                position,
                limit);
        return KeysetPage.of(
                KeysetPage.places(query),
                limit,
                page -> page.stream()
                        .map(place -> refunds.find(new RefundId(place.id())).orElseThrow())
                        .toList());
    }

    /** Tasks that nobody has done yet, oldest first. */
    public Window<StaffTask> openTasks(ScrollPosition position, int limit) {
        var query = KeysetPage.oldestFirst(
                jdbc,
                "select id, opened_at as at, 0 as rank from returns.staff_task where tenant_id = :tenant and done_at"
                        + " is null",
                "opened_at",
                position,
                limit);
        return KeysetPage.of(
                KeysetPage.places(query),
                limit,
                page -> page.stream()
                        .map(place -> tasks.findById(place.id()).orElseThrow().snapshot())
                        .toList());
    }

    public ReturnCounts counts() {
        return jdbc.sql(
                        "select %s, (select count(*) from returns.staff_task t where t.tenant_id = :tenant and t.done_at is null)"
                                .formatted(Stream.of(
                                                HeadlineGroup.NEEDS_REVIEW,
                                                HeadlineGroup.SHOPPERS_TURN,
                                                HeadlineGroup.ON_THE_WAY,
                                                HeadlineGroup.AT_WAREHOUSE,
                                                HeadlineGroup.REFUND_DUE,
                                                HeadlineGroup.PROBLEM)
                                        .map(group ->
                                                "(select count(*) from returns.return_authorization a where a.tenant_id"
                                                        + " = :tenant and " + HeadlineGroups.condition(group) + ")")
                                        .collect(Collectors.joining(", "))))
                .param("tenant", TenantContext.current().value())
                .query((row, _) -> new ReturnCounts(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)))
                .single();
    }

    private Window<Return> returnsAt(List<KeysetPage.Place> found, int limit) {
        return KeysetPage.of(
                found,
                limit,
                page -> returns.ofIds(
                        page.stream().map(place -> new ReturnId(place.id())).toList()));
    }
}
