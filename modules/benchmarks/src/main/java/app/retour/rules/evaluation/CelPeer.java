package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;

/** CEL, checked against declared types and run by its planner. */
final class CelPeer implements RuleDecisions.Deciding {
    private final CelRuntime.Program[] rules;
    private final List<Map<String, Object>> requests;

    CelPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.maps(facts);
        var compiler = CelCompilerFactory.standardCelCompilerBuilder();
        for (var component : PlainRequest.class.getRecordComponents()) {
            compiler.addVar(component.getName(), type(component.getType()));
        }
        var runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        var built = compiler.build();
        rules = policy.rules().stream()
                .map(rule -> program(built, runtime, ConditionText.CEL.of(rule.when())))
                .toArray(CelRuntime.Program[]::new);
    }

    private static CelType type(Class<?> type) {
        return type == long.class
                ? SimpleType.INT
                : type == boolean.class
                        ? SimpleType.BOOL
                        : type == String.class ? SimpleType.STRING : ListType.create(SimpleType.STRING);
    }

    private static CelRuntime.Program program(CelCompiler compiler, CelRuntime runtime, String text) {
        try {
            return (CelRuntime.Program)
                    runtime.createProgram(compiler.compile(text).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public int firstMatch(int request) {
        try {
            for (var place = 0; place < rules.length; place++) {
                if (rules[place].eval(requests.get(request)) instanceof Boolean holds && holds) {
                    return place;
                }
            }
            return -1;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }
}
