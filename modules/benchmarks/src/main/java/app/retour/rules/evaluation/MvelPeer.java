package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.io.Serializable;
import java.util.List;
import org.mvel2.MVEL;
import org.mvel2.ParserContext;

/** MVEL's compiled expressions, strongly typed. */
final class MvelPeer implements RuleDecisions.Deciding {
    private final Serializable[] rules;
    private final PlainRequest[] requests;

    MvelPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.requests(facts);
        rules = policy.rules().stream()
                .map(rule -> MVEL.compileExpression(ConditionText.MVEL.of(rule.when()), typed()))
                .toArray(Serializable[]::new);
    }

    private static ParserContext typed() {
        var context = ParserContext.create();
        for (var component : PlainRequest.class.getRecordComponents()) {
            context.addInput(component.getName(), component.getType());
        }
        return context;
    }

    @Override
    public int firstMatch(int request) {
        for (var place = 0; place < rules.length; place++) {
            if (MVEL.executeExpression(rules[place], requests[request]) instanceof Boolean holds && holds) {
                return place;
            }
        }
        return -1;
    }
}
