package app.retour.rules;

import app.retour.kernel.ErrorCode;
import java.util.Currency;
import java.util.EnumSet;

/** Reads invented facts as the API gives them: a list of fact and values. */
final class FactsReader {
    private static final int MOST_VALUES = 100;
    private final ConditionReader values;

    FactsReader(Currency currency) {
        this.values = new ConditionReader(currency);
    }

    /** @throws app.retour.kernel.Refusal with the path of the first mistake */
    Facts read(DocumentPart given) {
        var facts = Facts.none();
        var seen = EnumSet.noneOf(FactName.class);
        for (var part : given.items(FactName.values().length)) {
            part.knowingOnly("fact", "values");
            var fact = ConditionReader.fact(part.at("fact"));
            if (!seen.add(fact)) {
                throw part.at("fact").refused(ErrorCode.TAKEN, "This fact is given twice");
            }
            facts = facts.with(fact, value(fact, part.at("values")));
        }
        return facts;
    }

    private FactValue value(FactName fact, DocumentPart given) {
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
