package app.retour.notifications;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.returns.events.EvidenceRequestId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.EvidenceRequest;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Goods;
import app.retour.returns.view.Notice;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Returns as a test says they are; the real ones are proven in their own module and in the journeys. */
final class FakeReturns {
    private final Map<UUID, Notice> known = new ConcurrentHashMap<>();

    Optional<Notice> notice(ReturnId id) {
        return Optional.ofNullable(known.get(id.value()));
    }

    UUID add(ItemDecision decision, @Nullable UUID shopper, String title) {
        var id = Ids.next();
        put(id, decision, shopper, title, List.of());
        return id;
    }

    EvidenceRequestId wantEvidence(UUID id, UUID shopper) {
        var request = new EvidenceRequestId(Ids.next());
        put(
                id,
                ItemDecision.WAITING_FOR_SHOPPER,
                shopper,
                "Reading lamp",
                List.of(new EvidenceRequest(
                        request,
                        new ReturnId(id),
                        List.of(),
                        2,
                        false,
                        "Both sides, please.",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-12-04T10:00:00Z"),
                        EvidenceState.WANTED)));
        return request;
    }

    void put(UUID id, ItemDecision decision, @Nullable UUID shopper, String title, List<EvidenceRequest> evidence) {
        var euro = Currency.getInstance("EUR");
        var told = Phrase.of(Map.of("en", "Arrived damaged"), "en");
        var item = new ReturnItem(
                new ReturnItemId(Ids.next()),
                new ReturnId(id),
                Ids.next(),
                "LAMP-1",
                title,
                "brass",
                null,
                1,
                Money.of("64.90", "EUR"),
                new ReturnReason(new ReasonId(Ids.next()), "damaged", ReasonGroup.DEFECT, 1, false, told),
                null,
                List.of(),
                Resolution.REFUND,
                null,
                decision,
                decision == ItemDecision.REJECTED
                        ? new Phrase("It was used.", new TreeMap<>(Map.of("de", "Es wurde benutzt.")))
                        : null,
                null,
                false,
                null,
                ReturnShipping.MERCHANT,
                RefundMoment.INSPECTION,
                new Goods(1, 0, 0, 0, 0));
        known.put(
                id,
                new Notice(
                        new Return(
                                new ReturnId(id),
                                "R-1001",
                                Ids.next(),
                                "1042",
                                shopper,
                                1,
                                euro,
                                Instant.parse("2026-11-20T10:00:00Z"),
                                null,
                                ReturnDecision.of(List.of(decision)),
                                Headline.APPROVED,
                                List.of(item),
                                List.of(),
                                List.of(),
                                evidence,
                                List.of("The value is over €100"),
                                List.of(),
                                null,
                                null,
                                0,
                                null),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
