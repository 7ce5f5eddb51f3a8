package app.retour.rules.analysis;

import app.retour.kernel.Refusal;
import app.retour.rules.analysis.EncodedPolicy.EncodedRule;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.documents.FactsWriter;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all searches for findings share: the encoded policy, the witnesses found so far, the findings. */
final class FindingSearch {
    private final EncodedPolicy encoded;
    private final EncodedFacts facts;
    private final WitnessSearch witnesses;
    private final CompiledPolicy compiled;
    private final Vocabulary vocabulary;
    private final EarlierItems earlier;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unfinished = new LinkedHashSet<>();
    /** Rules, by place, of which no item is known that makes them true; filled by {@link DeadRules}. */
    private final BitSet dead = new BitSet();

    FindingSearch(
            EncodedPolicy encoded, EncodedFacts facts, WitnessSearch witnesses, @Nullable RememberedItems memory) {
        this.encoded = encoded;
        this.facts = facts;
        this.witnesses = witnesses;
        compiled = CompiledPolicy.of(encoded.policy());
        vocabulary = new Vocabulary(encoded.policy().customFacts().toList());
        earlier = new EarlierItems(memory, facts.constraints(), compiled);
    }

    EncodedPolicy encoded() {
        return encoded;
    }

    List<EncodedRule> rules() {
        return encoded.rules();
    }

    EncodedFacts facts() {
        return facts;
    }

    Clauses clauses() {
        return facts.clauses();
    }

    WitnessSearch witnesses() {
        return witnesses;
    }

    CompiledPolicy compiled() {
        return compiled;
    }

    EarlierItems earlier() {
        return earlier;
    }

    BitSet dead() {
        return dead;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> unfinished() {
        return List.copyOf(unfinished);
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    void leave(String undone) {
        unfinished.add(undone);
    }

    /** Whether it can be, told apart from whether there was time to find out. */
    boolean isImpossible(String question, int... assumptions) {
        return switch (witnesses.ask(assumptions)) {
            case YES -> {
                if (earlier.wantsMore()) {
                    witnesses.invented().filter(this::canBeTried).ifPresent(earlier::addNew);
                }
                yield false;
            }
            case NO -> true;
            case UNFINISHED -> {
                leave(question);
                yield false;
            }
        };
    }

    /** An item on which the claim was checked by running the policy; empty when there is none, or none that shows it. */
    Optional<Facts> witness(String question, Predicate<Facts> claim, int... assumptions) {
        return switch (witnesses.ask(assumptions)) {
            case YES -> {
                var shown = witnesses.invented().filter(claim).filter(this::canBeTried);
                shown.ifPresent(earlier::keep);
                yield shown;
            }
            case NO -> Optional.empty();
            case UNFINISHED -> {
                leave(question);
                yield Optional.empty();
            }
        };
    }

    /** Whether the form that people try items in can say it. */
    private boolean canBeTried(Facts invented) {
        try {
            return new FactsReader(facts.constraints().currency(), vocabulary)
                    .read(DocumentPart.root(FactsWriter.write(invented, facts.facts()), "facts"))
                    .equals(invented);
        } catch (Refusal _) {
            return false;
        }
    }

    List<String> path(EncodedRule rule) {
        return List.of("rules", String.valueOf(rule.place()), "when");
    }

    static Finding.RuleAt at(EncodedRule rule) {
        return new Finding.RuleAt(
                rule.place() + 1, rule.rule().id(), rule.rule().name());
    }

    static List<Finding.RuleAt> at(EncodedRule first, Collection<EncodedRule> others) {
        var all = new ArrayList<Finding.RuleAt>();
        all.add(at(first));
        others.forEach(other -> all.add(at(other)));
        return all;
    }

    static String named(EncodedRule rule) {
        return "rule %d “%s”".formatted(rule.place() + 1, rule.rule().name());
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String listed(Collection<String> words) {
        var all = List.copyOf(words);
        return all.size() < 2
                ? String.join("", all)
                : all.subList(0, all.size() - 1).stream().collect(Collectors.joining(", ")) + " and " + all.getLast();
    }
}
