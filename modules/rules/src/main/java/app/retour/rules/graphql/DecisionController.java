package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.rules.Policies;
import app.retour.rules.decisions.PolicyDecision;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.Trace;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Outcome;
import app.retour.rules.publishing.PolicySource;
import app.retour.rules.publishing.WrittenRules;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Decisions, tried and stored, and how they came about. */
@Controller
class DecisionController {
    private final Policies policies;
    private final WrittenRules written;

    DecisionController(Policies policies, WrittenRules written) {
        this.policies = policies;
        this.written = written;
    }

    record Trying(PolicySource source, String decisionId) {}

    record TryFactsPayload(@Nullable TryOut result, List<UserError> userErrors) {}

    @QueryMapping
    Optional<PolicyDecision> policyDecision(@Argument String id) {
        return policies.decision(new DecisionId(GlobalId.parse(id, "PolicyDecision")));
    }

    @QueryMapping
    TryFactsPayload tryFacts(DataFetchingEnvironment request) {
        var input = Inputs.of(request);
        var source = PolicySource.valueOf(String.valueOf(input.get("source")));
        return Answers.of(
                () -> written.tryFacts(source, input.get("rules"), input.get("facts")),
                tried -> new TryFactsPayload(tried, List.of()),
                errors -> new TryFactsPayload(null, errors));
    }

    @QueryMapping
    TryFactsPayload tryDecision(@Argument Trying input) {
        return Answers.of(
                () -> policies.tryDecision(
                        input.source, new DecisionId(GlobalId.parse(input.decisionId, "PolicyDecision"))),
                tried -> new TryFactsPayload(tried, List.of()),
                errors -> new TryFactsPayload(null, errors));
    }

    @SchemaMapping(typeName = "TryOut")
    Outcome outcome(TryOut tried) {
        return tried.judgement().outcome();
    }

    @SchemaMapping(typeName = "TryOut")
    String because(TryOut tried) {
        return tried.judgement().because();
    }

    @SchemaMapping(typeName = "TryOut")
    @Nullable
    String shopperReason(TryOut tried) {
        var reason = tried.judgement().shopperReason();
        return reason == null ? null : reason.own();
    }

    @SchemaMapping(typeName = "TryOut")
    List<String> effects(TryOut tried) {
        return tried.judgement().effects().sentences();
    }

    @SchemaMapping(typeName = "TryOut")
    List<String> undetermined(TryOut tried) {
        return tried.judgement().undetermined();
    }

    @SchemaMapping(typeName = "PolicyDecision")
    String id(PolicyDecision decision) {
        return GlobalId.of("PolicyDecision", decision.id().value());
    }

    @SchemaMapping(typeName = "PolicyDecision", field = "because")
    String becauseOf(PolicyDecision decision) {
        return decision.byHand()
                ? "A person decided"
                : policies.trace(decision.id()).because();
    }

    @SchemaMapping(typeName = "PolicyDecision")
    Trace trace(PolicyDecision decision) {
        return policies.trace(decision.id());
    }

    @SchemaMapping(typeName = "ConditionTrace")
    @Nullable
    String factKey(Trace.ConditionTrace condition) {
        var fact = condition.fact();
        return fact == null ? null : fact.key();
    }

    @SchemaMapping(typeName = "FactSeen")
    String key(Trace.FactSeen seen) {
        return seen.fact().key();
    }

    @SchemaMapping(typeName = "FactSeen")
    String label(Trace.FactSeen seen) {
        return seen.fact().label();
    }
}
