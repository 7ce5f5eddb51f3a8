package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.rules.evaluation.TryOut;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.policy.RuleChange;
import app.retour.rules.publishing.Example;
import app.retour.rules.publishing.ExampleId;
import app.retour.rules.publishing.Examples;
import app.retour.rules.publishing.PolicyDraft;
import app.retour.rules.publishing.PolicyDrafts;
import app.retour.rules.publishing.PolicyFiles;
import app.retour.rules.publishing.PolicySource;
import app.retour.rules.publishing.PublishApproval;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What makes changing a policy safe: differences in words, examples that must hold, files, four eyes. */
@Controller
class PolicyLifeController {
    private final PolicyDrafts drafts;
    private final PolicyFiles files;
    private final Examples examples;
    private final PublishApproval publishApproval;
    private final Idempotency idempotency;

    PolicyLifeController(
            PolicyDrafts drafts,
            PolicyFiles files,
            Examples examples,
            PublishApproval publishApproval,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.files = files;
        this.examples = examples;
        this.publishApproval = publishApproval;
        this.idempotency = idempotency;
    }

    record ExamplePayload(@Nullable Example example, List<UserError> userErrors) {}

    record Removing(String id) {}

    record RemovePayload(@Nullable String removedId, List<UserError> userErrors) {}

    record Importing(String content, int version) {}

    record DraftPayload(@Nullable PolicyDraft draft, List<UserError> userErrors) {}

    record Previewing(String content) {}

    record PreviewPayload(PolicyFiles.@Nullable Preview preview, List<UserError> userErrors) {}

    record Requiring(boolean required) {}

    record FourEyesPayload(@Nullable Boolean required, List<UserError> userErrors) {}

    @QueryMapping
    List<RuleChange> policyChanges(@Argument @Nullable String fromVersionId, @Argument @Nullable String toVersionId) {
        return drafts.changes(version(fromVersionId), version(toVersionId));
    }

    @QueryMapping
    List<Example> policyExamples(@Argument PolicySource source) {
        return examples.all(source);
    }

    @QueryMapping
    String policyFile(@Argument @Nullable String versionId) {
        return files.write(version(versionId));
    }

    @QueryMapping
    Map<String, Object> policyFileSchema() {
        return files.schema();
    }

    @QueryMapping
    PreviewPayload previewPolicyFile(@Argument Previewing input) {
        return Answers.of(
                () -> files.preview(input.content),
                preview -> new PreviewPayload(preview, List.of()),
                errors -> new PreviewPayload(null, errors));
    }

    @QueryMapping
    boolean policyNeedsFourEyes() {
        return publishApproval.isNeeded();
    }

    /** Facts come as they are: reading them as typed objects would lose the path of a mistake. */
    @MutationMapping
    ExamplePayload savePolicyExample(DataFetchingEnvironment request) {
        var input = Inputs.of(request);
        var id = input.get("id");
        return Answers.of(
                () -> idempotency.once(
                        "savePolicyExample",
                        String.valueOf(input.get("idempotencyKey")),
                        input,
                        () -> examples.save(
                                id == null ? null : example(String.valueOf(id)),
                                Inputs.number(input, "version"),
                                String.valueOf(input.get("name")),
                                input.get("facts"),
                                Outcome.valueOf(String.valueOf(input.get("expected")))),
                        saved -> saved.id().value().toString(),
                        this::kept),
                saved -> new ExamplePayload(saved, List.of()),
                errors -> new ExamplePayload(null, errors));
    }

    private Example kept(String id) {
        return examples.all(PolicySource.LIVE).stream()
                .filter(one -> one.id().value().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @MutationMapping
    RemovePayload removePolicyExample(@Argument Removing input) {
        return Answers.of(
                () -> {
                    examples.remove(example(input.id));
                    return input.id;
                },
                id -> new RemovePayload(id, List.of()),
                errors -> new RemovePayload(null, errors));
    }

    @MutationMapping
    DraftPayload importPolicyFile(@Argument Importing input) {
        return Answers.of(
                () -> files.read(input.version, input.content),
                draft -> new DraftPayload(draft, List.of()),
                errors -> new DraftPayload(null, errors));
    }

    @MutationMapping
    FourEyesPayload requireFourEyes(@Argument Requiring input) {
        return Answers.of(
                () -> publishApproval.require(input.required),
                required -> new FourEyesPayload(required, List.of()),
                errors -> new FourEyesPayload(null, errors));
    }

    @SchemaMapping(typeName = "PolicyExample")
    String id(Example example) {
        return GlobalId.of("PolicyExample", example.id().value());
    }

    @SchemaMapping(typeName = "PolicyExample")
    TryOut result(Example example) {
        return example.tried();
    }

    private static ExampleId example(String id) {
        return new ExampleId(GlobalId.parse(id, "PolicyExample"));
    }

    private static @Nullable PolicyVersionId version(@Nullable String id) {
        return id == null ? null : new PolicyVersionId(GlobalId.parse(id, "PolicyVersion"));
    }
}
