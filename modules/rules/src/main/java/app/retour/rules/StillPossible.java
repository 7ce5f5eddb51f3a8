package app.retour.rules;

import static app.retour.rules.vocabulary.FactName.ITEM_DAYS_SINCE_DELIVERY;
import static app.retour.rules.vocabulary.FactName.ITEM_DAYS_SINCE_FULFILMENT;
import static app.retour.rules.vocabulary.FactName.ITEM_DAYS_SINCE_ORDER;
import static app.retour.rules.vocabulary.FactName.ITEM_REQUESTED_RESOLUTION;
import static app.retour.rules.vocabulary.FactName.LEGAL_BASIS;
import static app.retour.rules.vocabulary.FactName.ORDER_DELIVERY_DATE;
import static app.retour.rules.vocabulary.FactName.RETURN_DATE;

import app.retour.rules.decisions.StoredDecisions;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemEvaluation;
import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Resolution;
import app.retour.rules.publishing.LivePolicy;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.LocalDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rules would approve instead of what they refused: the stored facts judged again with another resolution and a later
 * day. Only what the version of that decision and the live one both approve is told, since whoever asks again is judged by
 * the live one. Stores nothing, decides nothing.
 */
@Service
@Transactional(readOnly = true)
public class StillPossible {
    private static final int DAYS_AHEAD = 400;
    private final StoredDecisions decisions;
    private final LivePolicy live;

    StillPossible(StoredDecisions decisions, LivePolicy live) {
        this.decisions = decisions;
        this.live = live;
    }

    /**
     * Something that would be approved today.
     *
     * @param until the last local day on which it would be; null when time does not end it within a year
     */
    public record Possible(Resolution resolution, @Nullable LocalDate until) {}

    /**
     * @param among what the shop offers
     * @param withdrawUntil the last day of the statutory period as it would be judged now; null while it is open
     * @param today by the merchant's calendar
     * @return nothing where the rules did not refuse, or refused what was asked for with any resolution
     */
    public List<Possible> instead(
            DecisionId decision, Collection<Resolution> among, LocalDate today, @Nullable LocalDate withdrawUntil) {
        var row = decisions.findById(decision.value()).orElse(null);
        if (row == null) {
            return List.of();
        }
        var item = row.item();
        var asked = resolution(item.facts());
        var versions = Stream.of(live.version(row.policyVersion()), live.current())
                .map(LivePolicy.Versioned::compiled)
                .distinct()
                .toList();
        if (!(item.facts().get(RETURN_DATE) instanceof FactValue.Day(var submitted))
                || asked.isEmpty()
                || versions.stream().anyMatch(policy -> PersonalFacts.areReadBy(policy.policy(), row.erasedFacts()))
                || !isRefused(versions.getFirst(), item, asked.get())) {
            return List.of();
        }
        var past = Math.max(0, LocalDays.between(submitted, today));
        var possible = new ArrayList<Possible>();
        for (var other : among) {
            if (other != asked.get()) {
                var days = approvedDays(versions, item, other, past, withdrawUntil);
                if (days > 0) {
                    possible.add(new Possible(other, days > DAYS_AHEAD ? null : today.plusDays(days - 1L)));
                }
            }
        }
        return List.copyOf(possible);
    }

    private static Optional<Resolution> resolution(Facts facts) {
        return facts.get(ITEM_REQUESTED_RESOLUTION) instanceof FactValue.Text(var text)
                ? Optional.of(Resolution.valueOf(text))
                : Optional.empty();
    }

    private static boolean isRefused(CompiledPolicy policy, ItemFacts item, Resolution asked) {
        var said = ItemEvaluation.of(policy, item.facts(), item.raisedGuards());
        return said.outcome() == Outcome.REJECT || !isOffered(said, asked);
    }

    private static boolean isOffered(ItemEvaluation said, Resolution resolution) {
        var allowed = said.effects().allowedResolutions();
        return allowed == null || allowed.contains(resolution);
    }

    /** For how many days from today on, at most one more than we look ahead. */
    private static int approvedDays(
            List<CompiledPolicy> versions,
            ItemFacts item,
            Resolution resolution,
            int past,
            @Nullable LocalDate withdrawUntil) {
        var days = 0;
        while (days <= DAYS_AHEAD) {
            var facts = later(item.facts().choice(ITEM_REQUESTED_RESOLUTION, resolution), past + days, withdrawUntil);
            var isApproved = versions.stream()
                    .map(policy -> ItemEvaluation.of(policy, facts, item.raisedGuards()))
                    .allMatch(said -> said.outcome() == Outcome.APPROVE && isOffered(said, resolution));
            if (!isApproved) {
                break;
            }
            days++;
        }
        return days;
    }

    /** The same item asked for so many days later. */
    private static Facts later(Facts facts, int days, @Nullable LocalDate withdrawUntil) {
        var shifted = plus(plus(facts, ITEM_DAYS_SINCE_ORDER, days), ITEM_DAYS_SINCE_FULFILMENT, days);
        if (facts.get(RETURN_DATE) instanceof FactValue.Day(var submitted)) {
            var day = submitted.plusDays(days);
            shifted = shifted.date(RETURN_DATE, day);
            if (facts.get(ORDER_DELIVERY_DATE) instanceof FactValue.Day(var delivered)) {
                shifted = shifted.number(ITEM_DAYS_SINCE_DELIVERY, Math.max(0, LocalDays.between(delivered, day)));
            }
            if (withdrawUntil != null
                    && day.isAfter(withdrawUntil)
                    && facts.get(LEGAL_BASIS).equals(new FactValue.Text(LegalBasis.WITHDRAWAL.name()))) {
                shifted = shifted.choice(LEGAL_BASIS, LegalBasis.GOODWILL);
            }
        }
        return shifted;
    }

    private static Facts plus(Facts facts, FactName name, int days) {
        return facts.get(name) instanceof FactValue.Quantity(var number)
                ? facts.percent(name, number.add(BigDecimal.valueOf(days)))
                : facts;
    }
}
