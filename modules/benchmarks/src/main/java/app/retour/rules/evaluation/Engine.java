package app.retour.rules.evaluation;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.function.BiFunction;

/** Retour and its peers. */
public enum Engine {
    RETOUR(Engine::decision),
    RETOUR_ALL_EFFECTS(Engine::allEffects),
    RETOUR_AT_FIRST_SIGHT(Engine::atFirstSight),
    RETOUR_PUT_TOGETHER(Engine::made),
    PLAIN_READING((policy, requests) -> request -> naively(policy, requests.get(request))),
    SPEL_COMPILED(SpelPeer::new),
    SPEL_COMPILED_PUT_TOGETHER(SpelPeer::making),
    DROOLS(DroolsPeer::new),
    EASY_RULES(EasyRulesPeer::new),
    MVEL(MvelPeer::new),
    CEL(CelPeer::new),
    JSON_LOGIC(JsonLogicPeer::new);

    private final BiFunction<Policy, List<Facts>, RuleDecisions.Deciding> making;

    Engine(BiFunction<Policy, List<Facts>, RuleDecisions.Deciding> making) {
        this.making = making;
    }

    RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
        return making.apply(policy, requests);
    }

    private static RuleDecisions.Deciding decision(Policy policy, List<Facts> requests) {
        var compiled = CompiledPolicy.of(policy);
        var facts = requests.toArray(Facts[]::new);
        return request -> compiled.decision(facts[request]).winner();
    }

    /** Facts not judged before: with what it takes to code those that the policy reads. */
    private static RuleDecisions.Deciding atFirstSight(Policy policy, List<Facts> requests) {
        var compiled = CompiledPolicy.of(policy);
        var facts = requests.toArray(Facts[]::new);
        return request -> compiled.decision(CodedFacts.of(facts[request], policy.currency()))
                .winner();
    }

    /** With what it takes to put the facts together of their values: texts, decimal numbers, amounts, days. */
    private static RuleDecisions.Deciding made(Policy policy, List<Facts> requests) {
        var compiled = CompiledPolicy.of(policy);
        var values = PlainFacts.values(requests);
        return request -> compiled.decision(Facts.of(values.get(request))).winner();
    }

    private static RuleDecisions.Deciding allEffects(Policy policy, List<Facts> requests) {
        var compiled = CompiledPolicy.of(policy);
        var facts = requests.toArray(Facts[]::new);
        return request ->
                compiled.evaluate(facts[request]).settled(EffectKind.DECISION).winner();
    }

    static int naively(Policy policy, Facts facts) {
        var rules = policy.rules();
        for (var place = 0; place < rules.size(); place++) {
            if (rules.get(place).when().truth(facts) == Truth.TRUE) {
                return place;
            }
        }
        return -1;
    }

    static void requireSame(Policy policy, List<Facts> requests, RuleDecisions.Deciding deciding, Engine engine) {
        var places = 0L;
        var found = 0;
        for (var request = 0; request < requests.size(); request++) {
            var expected = naively(policy, requests.get(request));
            var answer = deciding.firstMatch(request);
            if (answer != expected) {
                throw new IllegalStateException(
                        "%s says %d for request %d, the law says %d".formatted(engine, answer, request, expected));
            }
            found += expected >= 0 ? 1 : 0;
            places += Math.max(0, expected);
        }
        System.out.printf(
                "%s: %d of %d requests match a rule, at place %d on average%n",
                engine, found, requests.size(), found == 0 ? 0 : places / found);
    }
}
