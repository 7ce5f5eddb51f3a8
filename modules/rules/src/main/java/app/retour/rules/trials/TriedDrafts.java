package app.retour.rules.trials;

import app.retour.kernel.Money;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Vocabulary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The columns in which a draft that is tried is kept as it was, with what was counted: currency, rules, judged and so on. */
@Component
class TriedDrafts {
    private final JsonMapper json;

    TriedDrafts(JsonMapper json) {
        this.json = json;
    }

    MapSqlParameterSource addDraft(MapSqlParameterSource row, Policy draft) {
        return row.addValue("currency", draft.currency().getCurrencyCode())
                .addValue("rules", json.writeValueAsString(PolicyWriter.write(draft.rules())));
    }

    MapSqlParameterSource addTally(MapSqlParameterSource row, BackTestTally tally) {
        return row.addValue("judged", tally.judged())
                .addValue("changed", tally.changed())
                .addValue("outcomes", json.writeValueAsString(tally.cells()))
                .addValue("unknown", json.writeValueAsString(tally.unknown()));
    }

    Policy draft(ResultSet row, Vocabulary vocabulary) throws SQLException {
        var rules = json.readValue(row.getString("rules"), new TypeReference<List<Object>>() {});
        return new PolicyReader(currency(row), vocabulary).read(DocumentPart.root(rules, "rules"));
    }

    BackTestTally tally(ResultSet row, Policy draft) throws SQLException {
        return new BackTestTally(draft, cells(row), counts(row), row.getLong("judged"), row.getLong("changed"));
    }

    List<BackTest.Outcomes> outcomes(ResultSet row) throws SQLException {
        var currency = currency(row);
        return cells(row).stream()
                .map(cell -> new BackTest.Outcomes(
                        cell.live(), cell.draft(), cell.count(), new Money(cell.value(), currency)))
                .toList();
    }

    /** The most often missing first. */
    List<BackTest.UnknownFact> unknown(ResultSet row, Vocabulary vocabulary) throws SQLException {
        return counts(row).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .flatMap(entry ->
                        vocabulary
                                .byKey(entry.getKey())
                                .map(fact -> new BackTest.UnknownFact(fact, entry.getValue()))
                                .stream())
                .toList();
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybeTime(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return Currency.getInstance(row.getString("currency"));
    }

    private List<BackTestTally.Cell> cells(ResultSet row) throws SQLException {
        return json.readValue(row.getString("outcomes"), new TypeReference<List<BackTestTally.Cell>>() {});
    }

    private Map<String, Long> counts(ResultSet row) throws SQLException {
        return json.readValue(row.getString("unknown"), new TypeReference<Map<String, Long>>() {});
    }
}
