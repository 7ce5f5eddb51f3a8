package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules with conditions in Java, which stops at the first rule that was applied. */
final class EasyRulesPeer implements RuleDecisions.Deciding {
    private final DefaultRulesEngine engine =
            new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
    private final Rules rules = new Rules();
    private final PlainRequest[] requests;
    private int winner;

    EasyRulesPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.requests(facts);
        for (var place = 0; place < policy.rules().size(); place++) {
            var predicate = ConditionPredicate.of(policy.rules().get(place).when());
            var here = place;
            rules.register(new RuleBuilder()
                    .name("rule " + place)
                    .priority(place)
                    .when(given -> predicate.test(given.get("request")))
                    .then(_ -> winner = here)
                    .build());
        }
    }

    @Override
    public int firstMatch(int request) {
        winner = -1;
        var given = new org.jeasy.rules.api.Facts();
        given.put("request", requests[request]);
        engine.fire(rules, given);
        return winner;
    }
}
