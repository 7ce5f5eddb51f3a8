package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.rules.analysis.PolicyAnalysis;
import app.retour.rules.publishing.PolicyAnalyses;
import app.retour.rules.publishing.PolicySource;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is wrong or surprising in a policy, while it is written and when it is published. */
@Controller
class AnalysisController {
    private final PolicyAnalyses analyses;

    AnalysisController(PolicyAnalyses analyses) {
        this.analyses = analyses;
    }

    record AnalysePayload(@Nullable PolicyAnalysis analysis, List<UserError> userErrors) {}

    @QueryMapping
    AnalysePayload analysePolicy(DataFetchingEnvironment request) {
        var input = Inputs.of(request);
        var source = PolicySource.valueOf(String.valueOf(input.get("source")));
        return Answers.of(
                () -> analyses.analyse(source, input.get("rules"), input.get("neverSupplied")),
                analysis -> new AnalysePayload(analysis, List.of()),
                errors -> new AnalysePayload(null, errors));
    }

    @SchemaMapping(typeName = "PublishPolicyDraftPayload")
    @Nullable
    PolicyAnalysis analysis(PolicyController.PublishPayload published) {
        var version = published.version();
        return version == null ? null : analyses.analyse(version.rules());
    }
}
