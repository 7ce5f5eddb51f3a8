package app.retour.rules;

import java.util.List;

/** Retour and its peers. */
public enum Engine {
    RETOUR {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            var compiled = CompiledPolicy.of(policy);
            var facts = requests.toArray(Facts[]::new);
            return request -> compiled.decision(facts[request]).winner();
        }
    },
    RETOUR_ALL_EFFECTS {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            var compiled = CompiledPolicy.of(policy);
            var facts = requests.toArray(Facts[]::new);
            return request ->
                    compiled.ruling(facts[request]).settled(EffectKind.DECISION).winner();
        }
    },
    PLAIN_READING {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return request -> naively(policy, requests.get(request));
        }
    },
    SPEL_COMPILED {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new SpelPeer(policy, requests);
        }
    },
    DROOLS {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new DroolsPeer(policy, requests);
        }
    },
    EASY_RULES {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new EasyRulesPeer(policy, requests);
        }
    },
    MVEL {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new MvelPeer(policy, requests);
        }
    },
    CEL {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new CelPeer(policy, requests);
        }
    },
    JSON_LOGIC {
        @Override
        RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests) {
            return new JsonLogicPeer(policy, requests);
        }
    };

    abstract RuleDecisions.Deciding prepare(Policy policy, List<Facts> requests);

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
