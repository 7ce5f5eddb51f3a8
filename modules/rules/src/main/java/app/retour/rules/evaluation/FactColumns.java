package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out which facts tell the rules of a policy apart, and at what cost. */
final class FactColumns {
    /** What reading one more rule costs, in units of one row of 64 rules. */
    private static final double READING = 24;

    private static final double LOOKING_UP = 20;

    private final List<Rule> rules;
    private final int words;
    private final CompiledConditions conditions;
    private final CodedFacts blank;
    private final Map<FactName, List<FactColumn.Need>> needs = new EnumMap<>(FactName.class);

    private FactColumns(List<Rule> rules, int words, Currency currency) {
        this.rules = rules;
        this.words = words;
        conditions = new CompiledConditions(currency);
        blank = CodedFacts.blank(currency);
        for (var index = 0; index < rules.size(); index++) {
            gather(rules.get(index).when(), index);
        }
    }

    /** Those whose look-up costs less than the reading it saves, the most telling first. */
    static List<FactColumn> worthwhile(List<Rule> rules, int words, Currency currency) {
        var all = new FactColumns(rules, words, currency);
        var byShare = all.needs.entrySet().stream()
                .map(entry -> all.column(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(column -> column.passing(rules.size())))
                .toList();
        var chosen = new ArrayList<FactColumn>();
        var left = rules.size() / 2.0;
        for (var column : byShare) {
            var passing = column.passing(rules.size());
            if (left * (1 - passing) * READING > LOOKING_UP + words) {
                chosen.add(column);
                left *= passing;
            }
        }
        return chosen;
    }

    /** What a rule is false without, as far as it speaks of one fact only. */
    private void gather(Condition condition, int rule) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> gather(part, rule));
            case Condition.None(var parts)
            when parts.size() > 1 -> parts.forEach(part -> gather(new Condition.None(List.of(part)), rule));
            case Condition.None(var parts)
            when !parts.isEmpty() && parts.getFirst() instanceof Condition.Any(var any) ->
                gather(new Condition.None(any), rule);
            default -> {
                var tests = condition.tests().toList();
                var facts = tests.stream().map(Condition.Test::fact).distinct().toList();
                if (facts.size() == 1
                        && facts.getFirst() instanceof FactName fact
                        && tests.stream()
                                .allMatch(test -> conditions.coded(test).isIndexable())) {
                    needs.computeIfAbsent(fact, _ -> new ArrayList<>())
                            .add(new FactColumn.Need(rule, conditions.add(condition), tests));
                }
            }
        }
    }

    private FactColumn column(FactName fact, List<FactColumn.Need> of) {
        var probe = new Probe(conditions, blank, fact);
        var slot = fact.ordinal();
        if (fact.type() == FactType.TEXT) {
            return new FactColumn.OfTexts(slot, words, named(of), of, probe);
        }
        if (fact.type().isList()) {
            return new FactColumn.OfLists(slot, words, CodedFacts.bits(named(of)), of, probe);
        }
        var boundaries = new TreeSet<Long>();
        tests(of).forEach(test -> conditions.coded(test).boundaries(boundaries));
        var rising = boundaries.stream().mapToLong(Long::longValue).toArray();
        return new FactColumn.OfNumbers(slot, words, new Stretches(rising), of, probe);
    }

    private static Stream<Condition.Test> tests(List<FactColumn.Need> needs) {
        return needs.stream().flatMap(need -> need.tests().stream());
    }

    private static List<String> named(List<FactColumn.Need> needs) {
        return needs.stream().flatMap(need -> need.named().stream()).distinct().toList();
    }
}
