package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.Rule;
import app.retour.rules.publishing.PolicyDraft;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.publishing.PolicyVersion;
import app.retour.rules.publishing.PolicyVersions;
import app.retour.rules.publishing.WrittenRules;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** The life of a policy in the API. */
@Controller
class PolicyController {
    private final PolicyDrafts drafts;
    private final PolicyVersions versions;
    private final WrittenRules written;
    private final Idempotency idempotency;

    PolicyController(PolicyDrafts drafts, PolicyVersions versions, WrittenRules written, Idempotency idempotency) {
        this.drafts = drafts;
        this.versions = versions;
        this.written = written;
        this.idempotency = idempotency;
    }

    record Policy(PolicyVersion live, @Nullable PolicyDraft draft) {}

    record DraftPayload(@Nullable PolicyDraft draft, List<UserError> userErrors) {}

    record DiscardPayload(@Nullable Policy policy, List<UserError> userErrors) {}

    record PublishPayload(@Nullable PolicyVersion version, List<UserError> userErrors) {}

    record ExplainPayload(@Nullable List<Rule> rules, List<UserError> userErrors) {}

    record Discarding(int version) {}

    record Publishing(int version, String note, String idempotencyKey) {}

    record Reverting(String versionId, int version) {}

    @QueryMapping
    Policy policy() {
        return new Policy(drafts.live(), drafts.current().orElse(null));
    }

    @QueryMapping
    Window<PolicyVersion> policyVersions(ScrollSubrange subrange) {
        return versions.all(
                subrange.position().orElseGet(ScrollPosition::keyset),
                Math.clamp(subrange.count().orElse(20), 1, 100));
    }

    @QueryMapping
    Optional<PolicyVersion> policyVersion(@Argument String id) {
        return versions.find(new PolicyVersionId(GlobalId.parse(id, "PolicyVersion")));
    }

    @QueryMapping
    Optional<PolicyVersion> policyVersionByNumber(@Argument int number) {
        return versions.numbered(number);
    }

    @QueryMapping
    ExplainPayload explainRules(DataFetchingEnvironment request) {
        return Answers.of(
                () -> written.explain(request.getArgument("rules")),
                rules -> new ExplainPayload(rules, List.of()),
                errors -> new ExplainPayload(null, errors));
    }

    /** Rules come as they are: reading them as typed objects would lose the path of a mistake. */
    @MutationMapping
    DraftPayload savePolicyDraft(DataFetchingEnvironment request) {
        Map<String, Object> input = Inputs.of(request);
        return draft(() -> drafts.save(Inputs.number(input, "version"), input.get("rules")));
    }

    @MutationMapping
    DraftPayload revertPolicyDraft(@Argument Reverting input) {
        return draft(() ->
                drafts.revert(new PolicyVersionId(GlobalId.parse(input.versionId, "PolicyVersion")), input.version));
    }

    @MutationMapping
    DiscardPayload discardPolicyDraft(@Argument Discarding input) {
        return Answers.of(
                () -> {
                    drafts.discard(input.version);
                    return policy();
                },
                policy -> new DiscardPayload(policy, List.of()),
                errors -> new DiscardPayload(null, errors));
    }

    @MutationMapping
    PublishPayload publishPolicyDraft(@Argument Publishing input) {
        return Answers.of(
                () -> idempotency.oncePrepared(
                        "publishPolicyDraft",
                        input.idempotencyKey,
                        Map.of("version", input.version, "note", input.note),
                        () -> drafts.analysed(input.version),
                        analysed -> drafts.publish(analysed, input.note),
                        version -> version.id().value().toString(),
                        id -> versions.find(new PolicyVersionId(UUID.fromString(id)))
                                .orElseThrow()),
                version -> new PublishPayload(version, List.of()),
                errors -> new PublishPayload(null, errors));
    }

    @SchemaMapping(typeName = "PolicyVersion")
    String id(PolicyVersion version) {
        return GlobalId.of("PolicyVersion", version.id().value());
    }

    @SchemaMapping(typeName = "Rule")
    Map<String, Object> when(Rule rule) {
        return PolicyWriter.write(rule.when());
    }

    /** The document writes decimals as texts; the schema's Decimal wants numbers. */
    @SchemaMapping(typeName = "Rule")
    Map<String, Object> then(Rule rule) {
        var then = new HashMap<>(PolicyWriter.effects(rule.then()));
        then.computeIfPresent("decision", (_, decision) -> withTexts(decision));
        then.computeIfPresent("fee", (_, fee) -> exact(fee));
        then.computeIfPresent("bonus", (_, bonus) -> exact(bonus));
        return then;
    }

    /** Where the document is silent, the schema says that there are none. */
    private static Map<String, Object> withTexts(Object decision) {
        var full = new HashMap<String, Object>();
        full.put("translations", List.of());
        ((Map<?, ?>) decision).forEach((name, value) -> full.put(String.valueOf(name), value));
        return full;
    }

    private static Map<String, Object> exact(Object part) {
        var exact = new HashMap<String, Object>();
        ((Map<?, ?>) part)
                .forEach((name, value) -> exact.put(
                        String.valueOf(name),
                        name.equals("amount") || name.equals("rate") ? new BigDecimal(String.valueOf(value)) : value));
        return exact;
    }

    private static DraftPayload draft(java.util.function.Supplier<PolicyDraft> action) {
        return Answers.of(
                action, saved -> new DraftPayload(saved, List.of()), errors -> new DraftPayload(null, errors));
    }
}
