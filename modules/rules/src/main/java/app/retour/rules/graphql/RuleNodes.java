package app.retour.rules.graphql;

import app.retour.api.Caller;
import app.retour.api.NodeSource;
import app.retour.rules.Policies;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.publishing.PolicyVersions;
import app.retour.rules.trials.BackTestId;
import app.retour.rules.trials.BackTests;
import app.retour.rules.trials.ShadowRunId;
import app.retour.rules.trials.ShadowRuns;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code node(id)} finds of this module; nothing for a shopper. */
@Configuration(proxyBeanMethods = false)
class RuleNodes {
    @Bean
    NodeSource policyVersionNodes(PolicyVersions versions) {
        return nodes("PolicyVersion", id -> versions.find(new PolicyVersionId(id)));
    }

    @Bean
    NodeSource policyDecisionNodes(Policies policies) {
        return nodes("PolicyDecision", id -> policies.decision(new DecisionId(id)));
    }

    @Bean
    NodeSource backTestNodes(BackTests tests) {
        return nodes("BackTest", id -> tests.find(new BackTestId(id)));
    }

    @Bean
    NodeSource shadowRunNodes(ShadowRuns runs) {
        return nodes("ShadowRun", id -> runs.find(new ShadowRunId(id)));
    }

    private static NodeSource nodes(String type, Function<UUID, Optional<?>> find) {
        return new NodeSource() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Optional<?> find(UUID id) {
                return Caller.current().is(Caller.Kind.SHOPPER) ? Optional.empty() : find.apply(id);
            }
        };
    }
}
