package app.retour.rules.analysis;

import app.retour.rules.documents.FactsWriter;
import app.retour.rules.policy.ConditionWords;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fact of an invented item, in the form in which people try them.
 *
 * @param fact its key
 * @param values several for a list, none of them for an empty one
 * @param seen the value in plain words
 */
public record WitnessFact(String fact, List<String> values, String label, String seen) {
    /** What rules read of the item, and the legal basis, on which the law has the last word: nobody asks for more. */
    public static List<WitnessFact> of(Finding.Reachable found) {
        var told = found.read().stream().map(Fact::key).collect(Collectors.toSet());
        told.add(FactName.LEGAL_BASIS.key());
        return of(found.item()).stream()
                .filter(one -> told.contains(one.fact()))
                .toList();
    }

    /** What is known of the item; all else is unknown. */
    static List<WitnessFact> of(Facts witness) {
        return Stream.concat(
                        Arrays.stream(FactName.values())
                                .filter(name -> witness.get(name).isKnown())
                                .map(name -> new WitnessFact(
                                        name.key(),
                                        FactsWriter.values(witness.get(name)),
                                        name.label(),
                                        ConditionWords.of(name, witness.get(name)))),
                        witness.custom().entrySet().stream()
                                .map(custom -> new WitnessFact(
                                        custom.getKey(),
                                        FactsWriter.values(custom.getValue()),
                                        custom.getKey(),
                                        String.join(", ", FactsWriter.values(custom.getValue())))))
                .toList();
    }
}
