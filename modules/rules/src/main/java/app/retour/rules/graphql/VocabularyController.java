package app.retour.rules.graphql;

import app.retour.rules.FactName;
import app.retour.rules.Operator;
import app.retour.rules.PolicyDrafts;
import app.retour.rules.Recipe;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What rules can speak of. */
@Controller
class VocabularyController {
    private final PolicyDrafts drafts;

    VocabularyController(PolicyDrafts drafts) {
        this.drafts = drafts;
    }

    record FactOperator(Operator operator, String label, int fewestValues, int mostValues) {}

    @QueryMapping
    List<FactName> ruleVocabulary() {
        return Arrays.asList(FactName.values());
    }

    @QueryMapping
    List<Recipe> ruleRecipes() {
        return drafts.recipes();
    }

    @SchemaMapping(typeName = "Fact")
    String key(FactName fact) {
        return fact.key();
    }

    @SchemaMapping(typeName = "Fact")
    String subject(FactName fact) {
        return fact.key().substring(0, fact.key().indexOf('.'));
    }

    @SchemaMapping(typeName = "Fact")
    String unknownWhen(FactName fact) {
        return fact.unknownWhen().words();
    }

    @SchemaMapping(typeName = "Fact")
    @Nullable
    String unit(FactName fact) {
        return fact.type().unit();
    }

    @SchemaMapping(typeName = "Fact")
    List<FactOperator> operators(FactName fact) {
        return fact.operators().stream()
                .map(operator ->
                        new FactOperator(operator, operator.label(fact.type()), operator.fewest(), operator.most()))
                .toList();
    }

    @SchemaMapping(typeName = "RuleRecipe")
    List<FactName> facts(Recipe recipe) {
        return recipe.facts();
    }
}
