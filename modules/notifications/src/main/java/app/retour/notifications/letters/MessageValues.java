package app.retour.notifications.letters;

import app.retour.kernel.Money;
import app.retour.notifications.liquid.ShownValue;
import app.retour.returns.events.RefundState;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.NextStep;
import app.retour.returns.view.EvidenceRequest;
import app.retour.returns.view.Notice;
import app.retour.returns.view.Receipt;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import app.retour.returns.view.ReturnParcel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a template may show of a return: text, numbers, truth and lists; amounts and days read in the reader's notation
 * and still are what they stand for. What is not known is absent, so that {@code if} is false for it. Names are explained in {@link MessageVariable}.
 */
public final class MessageValues {
    private final Notice notice;
    private final Return subject;
    private final Locale home;
    private final LocaleFormat tongue;

    private MessageValues(Notice notice, Locale home, LocaleFormat tongue) {
        this.home = home;
        this.notice = notice;
        this.subject = notice.subject();
        this.tongue = tongue;
    }

    /**
     * @param about the id of the shipment, receipt, refund or evidence request that the message is about; any other id:
     *     the newest of each
     */
    public static Map<String, Object> of(
            Notice notice, @Nullable UUID about, Merchant merchant, @Nullable String shopperName, LocaleFormat tongue) {
        var values = new MessageValues(notice, merchant.locale(), tongue);
        return present(
                "shop",
                        present(
                                "name",
                                merchant.name(),
                                "contact",
                                merchant.contact(),
                                "address",
                                merchant.addressIn(tongue.locale())),
                "shopper", present("name", shopperName == null ? null : PlainText.line(shopperName)),
                "order", present("number", notice.subject().orderNumber()),
                "return", values.ofReturn(),
                "evidence", values.ofEvidence(about),
                "parcel", values.ofParcel(about),
                "receipt", values.ofReceipt(about),
                "refund", values.ofRefund(about));
    }

    private Map<String, Object> ofReturn() {
        var approved = items(item -> item.decision() == ItemDecision.APPROVED);
        var steps = notice.nextSteps();
        return present(
                "rma", subject.rmaNumber(),
                "requested_on", tongue.show(subject.requestedAt()),
                "value",
                        tongue.show(Money.sum(
                                subject.currency(),
                                subject.items().stream().map(ReturnItem::value).toList())),
                "items", items(_ -> true),
                "approved", approved,
                "rejected", items(item -> item.decision() == ItemDecision.REJECTED),
                "waiting",
                        items(item -> item.decision() == ItemDecision.IN_REVIEW
                                || item.decision() == ItemDecision.WAITING_FOR_SHOPPER),
                "sends",
                        subject.items().stream()
                                .anyMatch(item -> item.decision() == ItemDecision.APPROVED && !item.keepItem()),
                "shipping",
                        subject.items().stream()
                                .filter(item -> item.decision() == ItemDecision.APPROVED && !item.keepItem())
                                .map(item -> item.returnShipping().name())
                                .findFirst()
                                .orElse(null),
                "because", subject.because().stream().map(PlainText::line).toList(),
                "next", steps.stream().map(this::told).toList(),
                "next_by",
                        tongue.showLastDay(steps.stream()
                                .map(NextStep::by)
                                .filter(Objects::nonNull)
                                .min(Instant::compareTo)
                                .orElse(null)),
                "estimate", estimate());
    }

    private String told(NextStep step) {
        return PlainText.line(tongue.words().own("step." + step.kind().name()).orElse(step.text()));
    }

    private ShownValue.@Nullable Amount estimate() {
        var expected = subject.refunds().stream()
                .filter(refund -> refund.state() == RefundState.ESTIMATED)
                .map(Refund::amount)
                .toList();
        return expected.isEmpty() ? null : tongue.show(Money.sum(subject.currency(), expected));
    }

    private List<Map<String, Object>> items(Predicate<ReturnItem> which) {
        return subject.items().stream().filter(which).map(this::ofItem).toList();
    }

    private Map<String, Object> ofItem(ReturnItem item) {
        return present(
                "title", title(item.title(), item.variantTitle()),
                "quantity", item.quantity(),
                "value", tongue.show(item.value()),
                "reason", PlainText.line(item.reason().textIn(tongue.locale(), home)),
                "resolution", item.resolution().name(),
                "why",
                        item.decisionReason() == null
                                ? null
                                : PlainText.line(item.decisionReason().in(tongue.locale(), home)),
                "keep", item.keepItem());
    }

    private Map<String, Object> ofEvidence(@Nullable UUID about) {
        var request =
                about(subject.evidenceRequests(), each -> each.requestId().value(), about, EvidenceRequest::askedAt);
        if (request == null) {
            return present("photos", 0, "comment", false, "items", List.of());
        }
        return present(
                "photos", request.photosWanted(),
                "comment", request.commentWanted(),
                "message", request.message(),
                "by", tongue.showLastDay(request.by()),
                "items", items(item -> request.items().contains(item.itemId())));
    }

    private Map<String, Object> ofParcel(@Nullable UUID about) {
        var parcel = about(subject.parcels(), ReturnParcel::shipmentId, about, ReturnParcel::movedAt);
        return parcel == null
                ? present()
                : present(
                        "carrier",
                                parcel.carrier() == null
                                        ? tongue.words().of("trackingNumber")
                                        : PlainText.line(parcel.carrier()),
                        "tracking_number",
                                parcel.trackingNumber() == null ? null : PlainText.line(parcel.trackingNumber()));
    }

    private Map<String, Object> ofReceipt(@Nullable UUID about) {
        var receipt = about(notice.receipts(), each -> each.receiptId().value(), about, Receipt::closedAt);
        if (receipt == null) {
            return present("complete", false, "lines", List.of());
        }
        return present(
                "complete",
                subject.items().stream()
                        .allMatch(item ->
                                item.goods().expected() == 0 && item.goods().missing() == 0),
                "lines",
                receipt.lines().stream()
                        .filter(line -> line.received() > 0 || line.expected() > 0)
                        .map(each -> present(
                                "title", title(each.title(), each.variantTitle()),
                                "received", each.received(),
                                "missing", Math.max(0, each.expected() - each.received()),
                                "unexpected", each.unexpected()))
                        .toList());
    }

    private Map<String, Object> ofRefund(@Nullable UUID about) {
        var refund = about(subject.refunds(), each -> each.refundId().value(), about, MessageValues::when);
        if (refund == null) {
            return present("shares", List.of(), "lines", List.of());
        }
        var shares = refund.waterfall().tenders().stream()
                .filter(share -> share.amount().isPositive())
                .map(share -> present("amount", tongue.show(share.amount()), "means", PlainText.line(share.label())))
                .toList();
        var whole = present(
                "amount", tongue.show(refund.amount()), "means", tongue.words().of("means"));
        return present(
                "amount", tongue.show(refund.amount()),
                "shares", shares.isEmpty() ? List.of(whole) : shares,
                "reference", refund.reference() == null ? null : PlainText.line(refund.reference()),
                "failure", refund.failure() == null ? null : PlainText.line(refund.failure()),
                "lines", new RefundLines(tongue).of(refund.waterfall().lines()));
    }

    private static @Nullable Instant when(Refund refund) {
        return refund.issuedAt() == null ? refund.dueAt() : refund.issuedAt();
    }

    private interface At<T> {
        @Nullable
        Instant of(T thing);
    }

    private interface Named<T> {
        UUID of(T thing);
    }

    private static <T> @Nullable T about(List<T> things, Named<T> name, @Nullable UUID about, At<T> at) {
        T newest = null;
        for (var thing : things) {
            if (name.of(thing).equals(about)) {
                return thing;
            }
            if (newest == null || !orEarliest(at.of(thing)).isBefore(orEarliest(at.of(newest)))) {
                newest = thing;
            }
        }
        return newest;
    }

    private static Instant orEarliest(@Nullable Instant instant) {
        return instant == null ? Instant.MIN : instant;
    }

    private static String title(String title, @Nullable String variant) {
        return PlainText.line(variant == null || variant.isBlank() ? title : title + ", " + variant);
    }

    /** A map of what is there: pairs of a name and a value; null values are left out. */
    static Map<String, Object> present(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                map.put(String.valueOf(pairs[i]), Objects.requireNonNull(pairs[i + 1]));
            }
        }
        return map;
    }
}
