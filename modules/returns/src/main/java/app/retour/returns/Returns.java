package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.ReturnOptions;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.goods.GoodsOnRecord;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAggregates;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.returns.record.ReturnTimeline;
import app.retour.returns.record.StoredStaffTask;
import app.retour.returns.refunds.RefundPlanning;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.status.TeamStep;
import app.retour.returns.view.JudgedDecision;
import app.retour.returns.view.Notice;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.view.StaffTask;
import app.retour.returns.waterfall.Waterfall;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The face of this module for asking, answering and looking. Every caller, our own GraphQL included, comes in here;
 * whether a shopper may touch an order is the caller's question. What the team decides is at {@link Reviews}, the
 * warehouse at {@link Receiving}, the money at {@link Refunds}.
 */
@Service
@Transactional
public class Returns {
    private final ReturnAggregates aggregates;
    private final ReturnAuthorizations authorizations;
    private final Requests requests;
    private final EvidenceIntake intake;
    private final ReturnPreviews prospects;
    private final ReverseShipping parcels;
    private final RefundPlanning planning;
    private final ReturnTimeline timeline;
    private final GoodsOnRecord goods;

    Returns(
            ReturnAggregates aggregates,
            ReturnAuthorizations authorizations,
            Requests requests,
            EvidenceIntake intake,
            ReturnPreviews prospects,
            ReverseShipping parcels,
            RefundPlanning planning,
            ReturnTimeline timeline,
            GoodsOnRecord goods) {
        this.aggregates = aggregates;
        this.authorizations = authorizations;
        this.requests = requests;
        this.intake = intake;
        this.prospects = prospects;
        this.parcels = parcels;
        this.planning = planning;
        this.timeline = timeline;
        this.goods = goods;
    }

    /** What of an order can be sent back. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = false)
    public ReturnOptions options(UUID orderId) {
        return prospects.options(orderId);
    }

    /** What would apply to such a return; the decision is never foretold. @throws Refusal as {@link #request} */
    public ReturnPreview preview(ReturnRequest request) {
        return prospects.preview(request);
    }

    /** How rules would judge invented items of a real order, with every reason. @throws Refusal as {@link #request} */
    public List<TriedItem> tryOnOrder(ReturnRequest request, boolean draft) {
        return prospects.tryOnOrder(request, draft);
    }

    /**
     * Asks to send goods back; judged at once, in this transaction.
     *
     * @throws Refusal NOT_FOUND, REQUIRED, INVALID, TOO_LARGE, or QUANTITY_EXCEEDED when less is left than asked
     */
    public Return request(ReturnRequest request, Actor actor) {
        return requests.request(request, actor);
    }

    /** Photos and words for one item. */
    public record Evidence(
            ReturnItemId item,
            List<UUID> photoFiles,
            @Nullable String comment) {}

    /** Takes what the shopper was asked for; when it is all there, the items are judged again. */
    public Return giveEvidence(ReturnId id, List<Evidence> given, Actor actor) {
        return intake.giveEvidence(id, given, actor);
    }

    /** @throws Refusal WRONG_STATE once the carrier or we have something of it, or money was given */
    public Return cancel(ReturnId id, Actor actor) {
        return requests.cancel(id, actor);
    }

    /**
     * @throws Refusal INVALID for what cannot be a tracking number; NOT_FOUND; TAKEN by another parcel of the return;
     *     WRONG_STATE when nothing is to be sent
     */
    public Return announceTracking(
            ReturnId id, @Nullable String carrier, String trackingNumber, WhichParcel which, Actor actor) {
        var aggregate = aggregates.hold(id);
        aggregate.authorization().requireNotErased("trackingNumber");
        aggregate.requireNotClosed();
        parcels.announce(aggregate, carrier, trackingNumber, which, actor);
        return aggregates.snapshot(aggregate);
    }

    /** The return as it is now; empty when this tenant has none such. */
    @Transactional(readOnly = true)
    public Optional<Return> find(ReturnId id) {
        return aggregates.find(id).map(this::snapshot);
    }

    private Return snapshot(ReturnAggregate found) {
        return aggregates.snapshots(List.of(found)).getFirst();
    }

    /** By number, in any case. */
    @Transactional(readOnly = true)
    public Optional<Return> byRma(String rmaNumber) {
        return authorizations.byRma(rmaNumber.strip()).flatMap(found -> find(new ReturnId(found)));
    }

    /** The return that an item belongs to. */
    @Transactional(readOnly = true)
    public Optional<Return> ofItem(UUID item) {
        return aggregates.ofItem(item).map(this::snapshot);
    }

    /** The return that a request for evidence belongs to. */
    @Transactional(readOnly = true)
    public Optional<Return> ofEvidenceRequest(UUID request) {
        return aggregates.ofEvidenceRequest(request).map(this::snapshot);
    }

    /** All returns of an order, newest first. */
    @Transactional(readOnly = true)
    public List<Return> ofOrder(UUID orderId) {
        return aggregates.snapshots(aggregates.open(authorizations.ofOrder(orderId)));
    }

    /** In the order asked; unknown ones are left out. */
    @Transactional(readOnly = true)
    public List<Return> ofIds(List<ReturnId> ids) {
        return aggregates.snapshots(
                aggregates.ofIds(ids.stream().map(ReturnId::value).toList()));
    }

    /** Everything that a message about it needs; read by notifications when they render. */
    @Transactional(readOnly = true)
    public Optional<Notice> notice(ReturnId id) {
        return aggregates
                .begun(id)
                .map(begun -> notice(begun, null, List.of()))
                .or(() -> aggregates.find(id).map(found -> notice(found, goods.firstClosed(id), goods.receipts(id))));
    }

    private Notice notice(ReturnAggregate of, @Nullable Instant receivedAt, List<Receipt> receipts) {
        return new Notice(
                snapshot(of), ShopperStatus.milestones(of, receivedAt), ShopperStatus.nextSteps(of), receipts);
    }

    /** What to put into the parcel, with the reasons in a language; empty while nothing is to be sent. */
    @Transactional(readOnly = true)
    public Optional<Slip> slip(ReturnId id, Locale language, Locale home) {
        return aggregates
                .find(id)
                .filter(ShopperView::hasSlip)
                .map(found -> Slip.of(found, snapshot(found), language, home));
    }

    /** What the shopper sees and may do. */
    @Transactional(readOnly = true)
    public ShopperView shopperView(ReturnId id) {
        return aggregates
                .find(id)
                .map(found -> ShopperView.of(found, goods.firstClosed(id)))
                .orElseGet(ShopperView::nothing);
    }

    /** What the team has to do or to wait for. */
    @Transactional(readOnly = true)
    public List<TeamStep> teamSteps(ReturnId id) {
        var open = goods.discrepancies(id).stream()
                .filter(each -> each.settledAt() == null)
                .count();
        return aggregates
                .find(id)
                .map(found -> TeamNextSteps.steps(found, goods.receipts(id), (int) open))
                .orElse(List.of());
    }

    /** What would be given back from here on if all comes and is accepted; empty for nothing. */
    public Optional<Waterfall> estimate(ReturnId id) {
        return aggregates.find(id).map(planning::estimate);
    }

    @Transactional(readOnly = true)
    public List<ReturnStep> timeline(ReturnId id) {
        return timeline.of(id);
    }

    /** How an item was judged, newest first. */
    @Transactional(readOnly = true)
    public List<JudgedDecision> judgements(ReturnItemId id) {
        return timeline.judgements(id.value());
    }

    /** What the warehouse counted, oldest first; one that was opened and never counted into is left out. */
    @Transactional(readOnly = true)
    public List<Receipt> receipts(ReturnId id) {
        return goods.receipts(id);
    }

    @Transactional(readOnly = true)
    public List<Discrepancy> discrepancies(ReturnId id) {
        return goods.discrepancies(id);
    }

    @Transactional(readOnly = true)
    public List<StaffTask> tasks(ReturnId id) {
        return aggregates.find(id).stream()
                .flatMap(found -> found.tasks().stream())
                .map(StoredStaffTask::snapshot)
                .toList();
    }
}
