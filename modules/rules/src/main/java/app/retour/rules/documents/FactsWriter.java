package app.retour.rules.documents;

import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes invented facts in the form in which people try them; {@link FactsReader} reads it. */
public final class FactsWriter {
    private FactsWriter() {}

    /** @param of the facts to write, where known */
    public static List<Map<String, Object>> write(Facts facts, Collection<? extends Fact> of) {
        return of.stream()
                .filter(fact -> facts.get(fact).isKnown())
                .map(fact -> Map.<String, Object>of("fact", fact.key(), "values", values(facts.get(fact))))
                .toList();
    }

    public static List<String> values(FactValue value) {
        return switch (value) {
            case FactValue.Texts(var texts) -> texts;
            case FactValue.Unknown _ -> List.of();
            default ->
                Stream.of(value)
                        .map(PolicyWriter::text)
                        .map(Objects::requireNonNull)
                        .toList();
        };
    }
}
