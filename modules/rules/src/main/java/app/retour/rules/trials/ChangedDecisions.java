package app.retour.rules.trials;

import app.retour.kernel.Money;
import app.retour.rules.decisions.StoredDecision;
import app.retour.rules.decisions.StoredDecisions;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;

/** Pages of decisions that come out otherwise, with the decisions themselves. */
@Component
class ChangedDecisions {
    private final StoredDecisions decisions;

    ChangedDecisions(StoredDecisions decisions) {
        this.decisions = decisions;
    }

    /** @param found one more than {@code limit} when there are more */
    Window<BackTest.Change> window(List<RetriedDecision> found, int limit, Currency currency) {
        var hasMore = found.size() > limit;
        var shown = hasMore ? found.subList(0, limit) : found;
        var rows = decisions
                .findAllById(shown.stream().map(RetriedDecision::decision).toList())
                .stream()
                .collect(Collectors.toMap(StoredDecision::id, StoredDecision::snapshot));
        var changes = shown.stream()
                .map(change -> new BackTest.Change(
                        Objects.requireNonNull(rows.get(change.decision())),
                        change.live(),
                        change.draft(),
                        change.value() == null ? null : new Money(change.value(), currency)))
                .toList();
        return Window.from(
                changes,
                index -> ScrollPosition.forward(
                        Map.of("decision", shown.get(index).decision().toString())),
                hasMore);
    }

    /** The decision that the page before ended with. */
    static UUID last(ScrollPosition after, UUID otherwise) {
        return after instanceof KeysetScrollPosition keyset && !keyset.isInitial()
                ? UUID.fromString(String.valueOf(keyset.getKeys().get("decision")))
                : otherwise;
    }
}
