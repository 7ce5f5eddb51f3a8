package app.retour.rules.graphql;

import app.retour.api.Answers;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.publishing.Recipe;
import app.retour.rules.publishing.Recipes;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.Operator;
import app.retour.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What rules can speak of. */
@Controller
class VocabularyController {
    private final Tenants tenants;
    private final CustomFacts customFacts;
    private final Idempotency idempotency;

    VocabularyController(Tenants tenants, CustomFacts customFacts, Idempotency idempotency) {
        this.tenants = tenants;
        this.customFacts = customFacts;
        this.idempotency = idempotency;
    }

    record FactOperator(Operator operator, String label, int fewestValues, int mostValues) {}

    record Defining(CustomFacts.Definition fact, String idempotencyKey) {}

    record Describing(String key, String label, @Nullable String description) {}

    record Archiving(String key, boolean archived) {}

    record Marking(String key, boolean neverSupplied) {}

    record MarkPayload(@Nullable Fact fact, List<UserError> userErrors) {}

    record FactPayload(@Nullable CustomFact fact, List<UserError> userErrors) {}

    @QueryMapping
    List<Fact> ruleVocabulary() {
        return customFacts.vocabulary().offered();
    }

    @QueryMapping
    List<CustomFact> customFacts() {
        return customFacts.all();
    }

    @QueryMapping
    List<Recipe> ruleRecipes() {
        return Recipes.in(tenants.current().currency());
    }

    @MutationMapping
    FactPayload defineCustomFact(@Argument Defining input) {
        return answer(() -> idempotency.once(
                "defineCustomFact",
                input.idempotencyKey,
                input.fact,
                () -> customFacts.define(input.fact),
                CustomFact::key,
                this::required));
    }

    @MutationMapping
    FactPayload describeCustomFact(@Argument Describing input) {
        return answer(() -> customFacts.describe(input.key, input.label, input.description));
    }

    @MutationMapping
    FactPayload archiveCustomFact(@Argument Archiving input) {
        return answer(() -> customFacts.archive(input.key, input.archived));
    }

    @MutationMapping
    MarkPayload markFactNeverSupplied(@Argument Marking input) {
        return Answers.of(
                () -> customFacts.markNeverSupplied(input.key, input.neverSupplied),
                fact -> new MarkPayload(fact, List.of()),
                errors -> new MarkPayload(null, errors));
    }

    @BatchMapping(typeName = "Fact")
    Map<Fact, Boolean> neverSupplied(List<Fact> facts) {
        var never = customFacts.neverSupplied();
        return facts.stream().distinct().collect(Collectors.toMap(fact -> fact, fact -> never.contains(fact.key())));
    }

    private CustomFact required(String key) {
        return Objects.requireNonNull(
                (CustomFact) customFacts.vocabulary().byKey(key).orElseThrow());
    }

    private static FactPayload answer(Supplier<CustomFact> action) {
        return Answers.of(action, fact -> new FactPayload(fact, List.of()), errors -> new FactPayload(null, errors));
    }

    @SchemaMapping(typeName = "Fact")
    String key(Fact fact) {
        return fact.key();
    }

    @SchemaMapping(typeName = "Fact")
    String subject(Fact fact) {
        return fact.key().substring(0, fact.key().indexOf('.'));
    }

    @SchemaMapping(typeName = "Fact")
    String unknownWhen(Fact fact) {
        return fact.unknownWords();
    }

    @SchemaMapping(typeName = "Fact")
    @Nullable
    String unit(Fact fact) {
        return fact.type().unit();
    }

    @SchemaMapping(typeName = "Fact")
    List<FactOperator> operators(Fact fact) {
        return fact.operators().stream()
                .map(operator ->
                        new FactOperator(operator, operator.label(fact.type()), operator.fewest(), operator.most()))
                .toList();
    }

    @SchemaMapping(typeName = "RuleRecipe")
    List<Fact> facts(Recipe recipe) {
        return recipe.facts();
    }
}
