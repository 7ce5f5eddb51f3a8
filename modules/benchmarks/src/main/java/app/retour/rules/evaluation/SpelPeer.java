package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.ExpressionState;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * Spring's expressions as byte code, in the context that may call anything: the safe one would silently interpret. Each
 * part is evaluated once on its own first, since the compiler refuses parts whose types it has not seen.
 */
final class SpelPeer implements RuleDecisions.Deciding {
    private final StandardEvaluationContext context = new StandardEvaluationContext();
    private final SpelExpression[] rules;
    private final PlainRequest[] requests;

    SpelPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.requests(facts);
        var parser = new SpelExpressionParser(new SpelParserConfiguration(
                SpelCompilerMode.IMMEDIATE, getClass().getClassLoader()));
        rules = policy.rules().stream()
                .map(rule -> compiled(parser.parseRaw(ConditionText.SPEL.of(rule.when()))))
                .toArray(SpelExpression[]::new);
    }

    private SpelExpression compiled(SpelExpression expression) {
        see(expression.getAST(), new ExpressionState(context, new TypedValue(requests[0])));
        expression.getValue(context, requests[0], Boolean.class);
        if (!expression.compileExpression()) {
            throw new IllegalStateException("SpEL does not compile " + expression.getExpressionString());
        }
        return expression;
    }

    private static void see(SpelNode node, ExpressionState state) {
        for (var child = 0; child < node.getChildCount(); child++) {
            if (!node.getClass().getSimpleName().equals("CompoundExpression")) {
                see(node.getChild(child), state);
            }
        }
        node.getValue(state);
    }

    @Override
    public int firstMatch(int request) {
        for (var place = 0; place < rules.length; place++) {
            if (Boolean.TRUE.equals(rules[place].getValue(context, requests[request]))) {
                return place;
            }
        }
        return -1;
    }
}
