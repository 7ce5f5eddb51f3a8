package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.function.IntFunction;
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
    private final IntFunction<PlainRequest> requests;

    SpelPeer(Policy policy, List<Facts> facts) {
        this(policy, made(facts));
    }

    private SpelPeer(Policy policy, IntFunction<PlainRequest> requests) {
        this.requests = requests;
        var parser = new SpelExpressionParser(new SpelParserConfiguration(
                SpelCompilerMode.IMMEDIATE, getClass().getClassLoader()));
        rules = policy.rules().stream()
                .map(rule -> compiled(parser.parseRaw(ConditionText.SPEL.of(rule.when()))))
                .toArray(SpelExpression[]::new);
    }

    private static IntFunction<PlainRequest> made(List<Facts> facts) {
        var requests = PlainFacts.requests(facts);
        return request -> requests[request];
    }

    /** Its record is made at each decision. */
    static SpelPeer making(Policy policy, List<Facts> facts) {
        var values = PlainFacts.values(facts);
        return new SpelPeer(policy, request -> PlainFacts.request(values.get(request)));
    }

    private SpelExpression compiled(SpelExpression expression) {
        see(expression.getAST(), new ExpressionState(context, new TypedValue(requests.apply(0))));
        expression.getValue(context, requests.apply(0), Boolean.class);
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
        var facts = requests.apply(request);
        for (var place = 0; place < rules.length; place++) {
            if (Boolean.TRUE.equals(rules[place].getValue(context, facts))) {
                return place;
            }
        }
        return -1;
    }
}
