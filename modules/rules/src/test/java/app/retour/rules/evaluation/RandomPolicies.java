package app.retour.rules.evaluation;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.rules.policy.Bonus;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Policies and facts of every type and operator, over domains so small that conditions often hold, and often do not. */
public final class RandomPolicies extends DomainContextBase {
    private static final CustomFact TIER = custom("custom.tier", FactType.TEXT);
    private static final CustomFact POINTS = custom("custom.points", FactType.COUNT);
    private static final CustomFact LABELS = custom("custom.labels", FactType.TEXTS);
    public static final Vocabulary VOCABULARY = new Vocabulary(List.of(TIER, POINTS, LABELS));
    private static final List<Fact> ALL = Stream.<Fact>concat(
                    Stream.of(FactName.values()), Stream.of(TIER, POINTS, LABELS))
            .toList();

    private static CustomFact custom(String key, FactType type) {
        return new CustomFact(key, type, key, "", CustomFact.Source.ORDER, key, false, false);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return rules().list().ofMaxSize(8).map(rules -> {
            var numbered = new ArrayList<Rule>();
            for (var rule : rules) {
                var id = "r" + numbered.size();
                numbered.add(new Rule(id, "Rule " + id, rule.enabled(), rule.isFinal(), rule.when(), rule.then()));
            }
            return new Policy(RuleFixtures.EUR, numbered);
        });
    }

    @Provide
    Arbitrary<Facts> facts() {
        return Arbitraries.of(ALL)
                .list()
                .uniqueElements()
                .ofMinSize(5)
                .flatMap(known -> Combinators.combine(
                                known.stream().map(RandomPolicies::value).toList())
                        .as(values -> {
                            var all = Facts.none();
                            for (var i = 0; i < values.size(); i++) {
                                all = all.with(known.get(i), values.get(i));
                            }
                            return all;
                        }));
    }

    private static Arbitrary<Rule> rules() {
        return Combinators.combine(
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(false, false, false, true),
                        conditions(),
                        effects().list().ofMinSize(1).ofMaxSize(4))
                .as((enabled, isFinal, when, then) -> {
                    var byKind = new LinkedHashMap<EffectKind, Effect>();
                    then.forEach(effect -> byKind.put(effect.kind(), effect));
                    return new Rule("", "", enabled, isFinal, when, List.copyOf(byKind.values()));
                });
    }

    private static Arbitrary<Condition> conditions() {
        return Arbitraries.recursive(RandomPolicies::tests, RandomPolicies::groups, 0, 2);
    }

    private static Arbitrary<Condition> groups(Arbitrary<Condition> parts) {
        return Combinators.combine(
                        Arbitraries.of("all", "any", "none"), parts.list().ofMaxSize(3))
                .as((kind, chosen) -> switch (kind) {
                    case "all" -> new Condition.All(chosen);
                    case "any" -> new Condition.Any(chosen);
                    default -> new Condition.None(chosen);
                });
    }

    private static Arbitrary<Condition> tests() {
        return Arbitraries.of(ALL)
                .flatMap(fact -> Arbitraries.of(fact.operators()).flatMap(operator -> {
                    var operands =
                            operand(fact).list().ofMinSize(operator.fewest()).ofMaxSize(Math.min(operator.most(), 2));
                    return operands.map(values -> new Condition.Test(fact, operator, values));
                }));
    }

    private static Arbitrary<FactValue> operand(Fact fact) {
        return fact.type().isList() ? texts(fact).map(FactValue.Text::new) : value(fact);
    }

    static Arbitrary<FactValue> value(Fact fact) {
        return switch (fact.type()) {
            case TEXT, CHOICE -> texts(fact).map(FactValue.Text::new);
            case TEXTS, CHOICES -> texts(fact).list().ofMaxSize(3).map(FactValue.Texts::new);
            case COUNT, DAYS, GRAMS, PERCENT ->
                Arbitraries.integers().between(0, 3).map(n -> new FactValue.Quantity(BigDecimal.valueOf(n)));
            case MONEY ->
                Combinators.combine(Arbitraries.of("99.99", "100.00", "100.01"), Arbitraries.of("EUR", "EUR", "USD"))
                        .as((amount, currency) -> new FactValue.Amount(Money.of(amount, currency)));
            case DATE ->
                Arbitraries.integers().between(1, 3).map(day -> new FactValue.Day(LocalDate.of(2026, 11, day)));
            case FLAG -> Arbitraries.of(true, false).map(FactValue.Flag::new);
        };
    }

    private static Arbitrary<String> texts(Fact fact) {
        return fact.type().isChosen()
                ? Arbitraries.of(fact.options().stream().map(FactOption::value).toList())
                : Arbitraries.of("vip", "VIP ", "straße", "STRASSE", "x");
    }

    private static Arbitrary<Effect> effects() {
        return Arbitraries.of(List.of(
                new Effect.Decide(Outcome.APPROVE, null),
                new Effect.Decide(Outcome.APPROVE, Phrase.of("Good")),
                new Effect.Decide(Outcome.REVIEW, null),
                new Effect.Decide(Outcome.REJECT, Phrase.of("No")),
                new Effect.AllowResolutions(Set.of(Resolution.REFUND)),
                new Effect.AllowResolutions(Set.of(Resolution.EXCHANGE, Resolution.STORE_CREDIT)),
                new Effect.Charge(new Fee.Waived()),
                new Effect.Charge(new Fee.Flat(RuleFixtures.euros("5.00"), Fee.Per.RETURN)),
                new Effect.Charge(new Fee.Percent(BigDecimal.TEN, Fee.Per.ITEM)),
                new Effect.Ship(ReturnShipping.MERCHANT),
                new Effect.Ship(ReturnShipping.DEDUCTED),
                new Effect.KeepItem(true),
                new Effect.KeepItem(false),
                new Effect.AskEvidence(new EvidenceWanted(2, true)),
                new Effect.AskEvidence(EvidenceWanted.NOTHING),
                new Effect.GiveBonus(new Bonus.Flat(RuleFixtures.euros("3.00"))),
                new Effect.GiveBonus(new Bonus.Percent(BigDecimal.ONE)),
                new Effect.SendTo("WAREHOUSE-2"),
                new Effect.RefundAt(RefundMoment.APPROVAL),
                new Effect.RefundAt(RefundMoment.RECEIPT),
                new Effect.AddTags(Set.of("a")),
                new Effect.AddTags(Set.of("b", "c")),
                new Effect.NotifyTeam("Support"),
                new Effect.AssignTo("somebody"),
                new Effect.Prioritise(Priority.URGENT),
                new Effect.Prioritise(Priority.LOW)));
    }
}
