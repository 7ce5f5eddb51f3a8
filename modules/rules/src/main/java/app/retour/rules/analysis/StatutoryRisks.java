package app.retour.rules.analysis;

import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.evaluation.StatutoryCheck;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Effects;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.Locale;

/** Finds rules that would refuse or charge what a consumer has a right to. The law stops each of them; the words say so. */
final class StatutoryRisks {
    private final FindingSearch search;
    private final int statutory;
    private final int conformity;

    StatutoryRisks(FindingSearch search) {
        this.search = search;
        conformity = search.encoded().isConformity();
        statutory = search.encoded().isStatutory();
    }

    void look() {
        for (var rule : search.rules()) {
            for (var effect : rule.rule().then()) {
                switch (effect) {
                    case Effect.Decide(var outcome, var _)
                    when outcome == Outcome.REJECT -> look(rule, effect, statutory, "refuse");
                    case Effect.Charge(var fee)
                    when fee.isCharged() -> look(rule, effect, statutory, "charge a fee for");
                    case Effect.Ship(var payer)
                    when payer != ReturnShipping.MERCHANT -> look(rule, effect, conformity, "charge the way back for");
                    default -> {}
                }
            }
        }
    }

    private void look(EncodedRule rule, Effect effect, int right, String would) {
        var kind = effect.kind();
        var known = search.earlier().wonBy(rule).stream()
                .map(EarlierItems.Item::facts)
                .filter(facts -> shows(rule, effect, facts))
                .findFirst();
        known.ifPresent(search.earlier()::keep);
        known.or(() -> search.witness(
                        "not finished: whether %s respects statutory rights".formatted(FindingSearch.named(rule)),
                        facts -> shows(rule, effect, facts),
                        rule.truth().isTrue(),
                        rule.open().getOrDefault(kind, Clauses.TRUE),
                        right))
                .ifPresent(witness -> search.found(new Finding.Reachable(
                        FindingKind.STATUTORY_RISK,
                        List.of(FindingSearch.at(rule)),
                        witness,
                        search.facts().mentioned(),
                        "%s would %s a case of %s, which is a statutory right. The law stops it: a person has to look instead. Add the condition that the legal basis is goodwill, or put a rule for statutory rights before it."
                                .formatted(FindingSearch.capital(FindingSearch.named(rule)), would, basis(witness)))));
    }

    private boolean shows(EncodedRule rule, Effect effect, Facts facts) {
        var ruleEvaluation = search.compiled().evaluate(facts);
        var check = StatutoryCheck.of(facts);
        var without = Effects.DEFAULTS.shippedBy(ReturnShipping.MERCHANT);
        var stopped = switch (effect) {
            case Effect.Decide(var outcome, var _) -> check.findings(outcome, without);
            case Effect.Charge(var fee) -> check.findings(Outcome.REVIEW, without.charging(fee));
            case Effect.Ship(var payer) -> check.findings(Outcome.REVIEW, Effects.DEFAULTS.shippedBy(payer));
            default -> List.<StatutoryCheck.Finding>of();
        };
        return ruleEvaluation.settled(effect.kind()).winner() == rule.place()
                && stopped.stream().anyMatch(StatutoryCheck.Finding::needsPerson);
    }

    private static String basis(Facts facts) {
        return facts.get(FactName.LEGAL_BASIS) instanceof FactValue.Text(var text) ? text.toLowerCase(Locale.ROOT) : "";
    }
}
