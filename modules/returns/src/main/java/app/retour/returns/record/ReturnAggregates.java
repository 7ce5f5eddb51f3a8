package app.retour.returns.record;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.ReturnId;
import app.retour.returns.settings.OncePerTransaction;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.view.Return;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens aggregates, to look at many or to hold one while it changes. What hangs on a return is read when a use case asks for
 * it, within its transaction, for all that were opened together.
 */
@Component
public class ReturnAggregates {
    private final ReturnAuthorizations authorizations;
    private final RequestedItems items;
    private final TrackedParcels parcels;
    private final ParcelItems contents;
    private final Reimbursements refunds;
    private final StoredEvidenceRequests evidenceRequests;
    private final StoredStaffTasks tasks;
    private final ReturnSetup setup;
    private final OncePerTransaction<Map<UUID, ReturnAggregate>> begun = new OncePerTransaction<>(HashMap::new);

    ReturnAggregates(
            ReturnAuthorizations authorizations,
            RequestedItems items,
            TrackedParcels parcels,
            ParcelItems contents,
            Reimbursements refunds,
            StoredEvidenceRequests evidenceRequests,
            StoredStaffTasks tasks,
            ReturnSetup setup) {
        this.authorizations = authorizations;
        this.items = items;
        this.parcels = parcels;
        this.contents = contents;
        this.refunds = refunds;
        this.evidenceRequests = evidenceRequests;
        this.tasks = tasks;
        this.setup = setup;
    }

    /** A return that begins in this transaction: all that is read of it until commit is what is done to this one. */
    public ReturnAggregate begin(ReturnAuthorization of, List<RequestedItem> announced) {
        var aggregate = ReturnAggregate.of(of, announced, List.of());
        begun.get().put(of.id(), aggregate);
        return aggregate;
    }

    /** One that began in this transaction. */
    public Optional<ReturnAggregate> begun(ReturnId id) {
        return Optional.ofNullable(begun.get().get(id.value()));
    }

    /** Holds a return until the transaction ends; whoever else wants to change it waits. */
    public ReturnAggregate hold(ReturnId id) {
        return authorizations
                .hold(id.value())
                .map(held -> open(List.of(held)).getFirst())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such return", "returnId"));
    }

    /**
     * Holds a return of which a person says something, without naming the version that they looked at.
     *
     * @throws Refusal STALE when the shopper was erased while this waited: it was said of somebody who is not to be known
     *     any more
     */
    public ReturnAggregate holdToSay(ReturnId id) {
        var wasErased = authorizations.isErased(id.value()).orElse(false);
        var held = hold(id);
        if (!wasErased && held.authorization().isErased()) {
            throw changed(held);
        }
        return held;
    }

    private static Refusal changed(ReturnAggregate held) {
        return new Refusal(
                ErrorCode.STALE,
                "Return %s was changed meanwhile; look at it again"
                        .formatted(held.authorization().rmaNumber()),
                "version");
    }

    /**
     * Holds a return that somebody looked at.
     *
     * @throws Refusal STALE when it was changed since
     */
    public ReturnAggregate hold(ReturnId id, long versionSeen) {
        var held = hold(id);
        if (held.authorization().version() != versionSeen) {
            throw changed(held);
        }
        return held;
    }

    public Optional<ReturnAggregate> find(ReturnId id) {
        return authorizations
                .findById(id.value())
                .map(found -> open(List.of(found)).getFirst());
    }

    public Optional<ReturnAggregate> ofItem(UUID item) {
        return items.findById(item)
                .map(RequestedItem::returnId)
                .map(ReturnId::new)
                .flatMap(this::find);
    }

    public Optional<ReturnAggregate> ofEvidenceRequest(UUID evidenceRequest) {
        return evidenceRequests
                .findById(evidenceRequest)
                .map(StoredEvidenceRequest::returnId)
                .map(ReturnId::new)
                .flatMap(this::find);
    }

    public List<ReturnAggregate> ofIds(List<UUID> ids) {
        var found = authorizations.ofIds(ids).stream()
                .collect(Collectors.toMap(ReturnAuthorization::id, Function.identity()));
        return open(ids.stream().filter(found::containsKey).map(found::get).toList());
    }

    /** In the order given. */
    public List<ReturnAggregate> open(List<ReturnAuthorization> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        var ids = of.stream().map(ReturnAuthorization::id).toList();
        var itemsOf = items.ofReturns(ids).stream().collect(Collectors.groupingBy(RequestedItem::returnId));
        var parcelsOf = new PartOfMany<>(ids, this::parcelsOf);
        var refundsOf = new PartOfMany<>(
                ids, all -> refunds.ofReturns(all).stream().collect(Collectors.groupingBy(Reimbursement::returnId)));
        var requestsOf = new PartOfMany<>(
                ids,
                all -> evidenceRequests.ofReturns(all).stream()
                        .collect(Collectors.groupingBy(StoredEvidenceRequest::returnId)));
        var tasksOf = new PartOfMany<>(ids, this::tasksOf);
        return of.stream()
                .map(one -> new ReturnAggregate(
                        one,
                        itemsOf.getOrDefault(one.id(), List.of()),
                        parcelsOf.of(one.id()),
                        refundsOf.of(one.id()),
                        requestsOf.of(one.id()),
                        tasksOf.of(one.id()),
                        false))
                .toList();
    }

    private Map<UUID, List<StoredStaffTask>> tasksOf(Collection<UUID> returns) {
        var result = new HashMap<UUID, List<StoredStaffTask>>();
        for (var task : tasks.ofReturns(returns)) {
            if (task.returnId() instanceof UUID about) {
                result.computeIfAbsent(about, _ -> new ArrayList<>()).add(task);
            }
        }
        return result;
    }

    private Map<UUID, List<TrackedParcel>> parcelsOf(Collection<UUID> returns) {
        var shipments = new HashMap<UUID, LinkedHashSet<UUID>>();
        for (var content : contents.ofReturns(returns)) {
            shipments
                    .computeIfAbsent(content.shipmentId(), _ -> new LinkedHashSet<>())
                    .add(content.returnId());
        }
        var result = new HashMap<UUID, List<TrackedParcel>>();
        if (!shipments.isEmpty()) {
            for (var parcel : parcels.ofIds(shipments.keySet())) {
                shipments
                        .getOrDefault(parcel.id(), new LinkedHashSet<>())
                        .forEach(about -> result.computeIfAbsent(about, _ -> new ArrayList<>())
                                .add(parcel));
            }
        }
        return result;
    }

    /** Writes what was changed, so that versions and lists tell it. */
    public Return snapshot(ReturnAggregate of) {
        authorizations.flush();
        return ReturnSnapshot.of(of, reasonsOf(), setup.shopCurrency());
    }

    public List<Return> snapshots(List<ReturnAggregate> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        var known = reasonsOf();
        var shop = setup.shopCurrency();
        return of.stream().map(one -> ReturnSnapshot.of(one, known, shop)).toList();
    }

    private Map<UUID, ReturnReason> reasonsOf() {
        return setup.reasons(true).stream()
                .collect(Collectors.toMap(reason -> reason.reasonId().value(), Function.identity()));
    }
}
