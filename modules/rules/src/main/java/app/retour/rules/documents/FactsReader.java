package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.Currency;
import java.util.HashSet;

/** Reads invented facts as the API gives them: a list of fact and values. */
public final class FactsReader {
    private static final int MOST_FACTS = 200;
    private static final int MOST_VALUES = 100;
    private final ConditionReader values;

    public FactsReader(Currency currency, Vocabulary vocabulary) {
        this.values = new ConditionReader(currency, vocabulary);
    }

    /** @throws app.retour.kernel.Refusal with the path of the first mistake */
    public Facts read(DocumentPart given) {
        var facts = Facts.none();
        var seen = new HashSet<Fact>();
        for (var part : given.items(MOST_FACTS)) {
            part.knowingOnly("fact", "values");
            var fact = values.fact(part.at("fact"));
            if (!seen.add(fact)) {
                throw part.at("fact").refused(ErrorCode.TAKEN, "This fact is given twice");
            }
            facts = facts.with(fact, value(fact, part.at("values")));
        }
        return facts;
    }

    private FactValue value(Fact fact, DocumentPart given) {
        var parts = given.items(MOST_VALUES);
        if (fact.type().isList()) {
            return new FactValue.Texts(parts.stream()
                    .map(part -> values.value(fact, part))
                    .map(PolicyWriter::text)
                    .toList());
        }
        if (parts.size() != 1) {
            throw given.refused(
                    parts.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                    "%s takes exactly one value; leave the fact out when it is unknown".formatted(fact.key()));
        }
        return values.value(fact, parts.getFirst());
    }
}
