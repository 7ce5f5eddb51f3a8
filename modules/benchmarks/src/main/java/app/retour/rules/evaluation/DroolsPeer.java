package app.retour.rules.evaluation;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.util.List;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule.Attribute;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;

/**
 * Drools' executable model: conditions in Java under names by which equal ones share a node, equalities of texts hashed;
 * the order of rules is their salience, and only the first activation fires.
 */
final class DroolsPeer implements RuleDecisions.Deciding {
    private final KieSession session;
    private final PlainRequest[] requests;
    private int winner;

    DroolsPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.requests(facts);
        Variable<PlainRequest> request = declarationOf(PlainRequest.class, "request");
        var model = new ModelImpl();
        for (var place = 0; place < policy.rules().size(); place++) {
            var pattern = pattern(request);
            var parts = ((Condition.All) policy.rules().get(place).when()).parts();
            parts.forEach(part -> add(pattern, part));
            var here = place;
            model.addRule(rule("rule " + place)
                    .attribute(Attribute.SALIENCE, -place)
                    .build(pattern, on(request).execute(_ -> winner = here)));
        }
        session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    }

    private static void add(PatternDef<PlainRequest> pattern, Condition part) {
        var predicate = ConditionPredicate.of(part);
        var name = ConditionText.SPEL.of(part);
        Predicate1<PlainRequest> test = predicate::test;
        if (part instanceof Condition.Test equal
                && equal.operator() == Operator.EQUALS
                && equal.operands().getFirst() instanceof FactValue.Text(var text)) {
            var read = ConditionPredicate.text((FactName) equal.fact());
            pattern.expr(
                    name,
                    test,
                    alphaIndexedBy(
                            String.class,
                            Index.ConstraintType.EQUAL,
                            Requests.FACTS.indexOf(equal.fact()),
                            read::apply,
                            text));
        } else {
            pattern.expr(name, test);
        }
    }

    @Override
    public int firstMatch(int request) {
        winner = -1;
        var handle = session.insert(requests[request]);
        session.fireAllRules(1);
        session.delete(handle);
        return winner;
    }
}
