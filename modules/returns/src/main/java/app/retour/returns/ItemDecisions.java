package app.retour.returns;

import app.retour.kernel.Actor;
import app.retour.returns.judging.FactGathering;
import app.retour.returns.judging.JudgedItem;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.DecisionRecord;
import app.retour.returns.record.ItemTerms;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.settings.ReturnSetup;
import app.retour.returns.status.ItemDecision;
import app.retour.rules.Judgement;
import app.retour.rules.Policies;
import app.retour.rules.decisions.JudgeRequest;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.ItemJudgement;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.ReturnShipping;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has items judged by the policy of their first submission, and turns what it says into decisions. */
@Component
class ItemDecisions {
    static final String SUBJECT = "Return";
    private final Policies policies;
    private final FactGathering judging;
    private final ReturnSetup setup;
    private final Clock clock;

    ItemDecisions(Policies policies, FactGathering judging, ReturnSetup setup, Clock clock) {
        this.policies = policies;
        this.judging = judging;
        this.setup = setup;
        this.clock = clock;
    }

    /**
     * Judges items of a return; the others are only facts to them.
     *
     * @param before what the order's other returns announced
     * @param askedByPerson items for which a person asked for more: a person decides about them
     */
    void judge(
            ReturnAggregate aggregate,
            ReturnableOrder before,
            Collection<RequestedItem> toJudge,
            Collection<UUID> askedByPerson) {
        var of = aggregate.authorization();
        var reasons = setup.reasons(true).stream()
                .collect(Collectors.toMap(reason -> reason.reasonId().value(), reason -> reason));
        var seen = aggregate.items().stream()
                .filter(item -> item.isLive() || item.decision() == ItemDecision.REJECTED)
                .map(item -> JudgedItem.of(item, reason(reasons, item), item.value(of.currency())))
                .toList();
        var withdrawal = of.withdrawBy(judging.withdrawal(before.order()));
        var wanted = toJudge.stream().map(RequestedItem::id).toList();
        var facts = judging.facts(before, seen, of.requestedAt(), of.id(), withdrawal).stream()
                .filter(item -> wanted.contains(item.itemRef()))
                .toList();
        var version = of.policyVersion() == null ? null : new PolicyVersionId(of.policyVersion());
        var judgement = policies.judge(new JudgeRequest(SUBJECT, of.id(), of.requestedAt(), version, facts));
        if (judgement.version() instanceof PolicyVersionId judged) {
            of.judgedBy(judged.value());
        }
        var usual = setup.settings().returnShipping();
        for (var said : judgement.items()) {
            apply(aggregate.item(said.itemRef()), said, usual, askedByPerson.contains(said.itemRef()));
        }
        route(of, judgement);
    }

    private static ReturnReason reason(Map<UUID, ReturnReason> reasons, RequestedItem item) {
        var reason = reasons.get(item.reasonId());
        if (reason == null) {
            throw new IllegalStateException("Item %s names a reason that is gone".formatted(item.id()));
        }
        return reason;
    }

    private void apply(RequestedItem item, ItemJudgement said, ReturnShipping usual, boolean askedByPerson) {
        var terms = FactGathering.terms(said.effects(), usual);
        item.agreeOn(terms);
        var decision = decision(item, said, askedByPerson);
        var because = decision == ItemDecision.IN_REVIEW && said.outcome() == Outcome.APPROVE
                ? whyNotApproved(item, said, askedByPerson)
                : said.because();
        item.decide(new DecisionRecord(
                decision,
                Actor.Kind.POLICY,
                clock.instant(),
                decision == ItemDecision.REJECTED ? said.shopperReason() : null,
                because,
                said.decision() instanceof DecisionId id ? id.value() : null));
    }

    private static ItemDecision decision(RequestedItem item, ItemJudgement said, boolean askedByPerson) {
        var outcome = said.outcome();
        if (outcome == Outcome.REJECT) {
            // What was approved once is not taken back without a person.
            return item.onceApproved() || askedByPerson ? ItemDecision.IN_REVIEW : ItemDecision.REJECTED;
        }
        if (!askedByPerson
                && item.evidence()
                        .lacks(item.terms().photosWanted(), item.terms().commentWanted())) {
            return ItemDecision.WAITING_FOR_SHOPPER;
        }
        return outcome == Outcome.REVIEW || askedByPerson || !isAllowed(item, said)
                ? ItemDecision.IN_REVIEW
                : ItemDecision.APPROVED;
    }

    private static boolean isAllowed(RequestedItem item, ItemJudgement said) {
        var allowed = said.effects().allowedResolutions();
        return allowed == null
                || allowed.stream()
                        .anyMatch(one -> one.name().equals(item.resolution().name()));
    }

    private static String whyNotApproved(RequestedItem item, ItemJudgement said, boolean askedByPerson) {
        if (askedByPerson) {
            return "The shopper answered what a person asked";
        }
        return isAllowed(item, said)
                ? said.because()
                : "The rules do not offer what the shopper asks for: %s".formatted(item.resolution());
    }

    private static void route(ReturnAuthorization of, Judgement judgement) {
        var tags = new TreeSet<>(of.tags());
        judgement.items().forEach(item -> tags.addAll(item.effects().tags()));
        of.routeTo(
                new ArrayList<>(tags),
                judgement.team(),
                judgement.assignee(),
                judgement.priority().ordinal());
    }

    /** What the policy would say of items that nobody has asked for yet; stores nothing. */
    Judgement preview(ReturnableOrder before, List<JudgedItem> items) {
        return policies.preview(
                judging.facts(before, items, clock.instant(), null, judging.withdrawal(before.order())));
    }

    ItemTerms terms(ItemJudgement said) {
        return FactGathering.terms(said.effects(), setup.settings().returnShipping());
    }

    @Nullable
    Integer daysSinceDelivery(ReturnableOrder order) {
        return judging.delivery(order.order()).daysUntil(judging.today());
    }

    boolean deliveryAssumed(ReturnableOrder order) {
        return judging.delivery(order.order()).assumed();
    }
}
