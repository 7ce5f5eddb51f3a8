package app.retour.rules;

import app.retour.kernel.Money;
import app.retour.tenants.TenantContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Back-tests as stored. */
@Repository
class StoredBackTests {
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    StoredBackTests(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a run needs to go on. */
    record Standing(
            BackTest.State state,
            Policy draft,
            PolicyVersionId live,
            Instant until,
            PastDecisions.Position position,
            BackTestTally tally) {}

    void add(
            BackTestId id,
            Policy draft,
            PolicyVersionId live,
            int days,
            Instant since,
            Instant until,
            long total,
            @Nullable String by) {
        jdbc.update(
                """
                insert into rules.back_test (tenant_id, id, state, days, currency, rules, live_version_id, since, until,
                    position_time, position_id, total, asked_at, asked_by)
                values (:tenant, :id, 'WAITING', :days, :currency, :rules::jsonb, :live, :since, :until,
                    :since, :start, :total, :until, :by)""",
                of(id).addValue("days", days)
                        .addValue("currency", draft.currency().getCurrencyCode())
                        .addValue("rules", json.writeValueAsString(PolicyWriter.write(draft.rules())))
                        .addValue("live", live.value())
                        .addValue("since", since.atOffset(ZoneOffset.UTC))
                        .addValue("until", until.atOffset(ZoneOffset.UTC))
                        .addValue("start", PastDecisions.Position.BEFORE_ALL)
                        .addValue("total", total)
                        .addValue("by", by));
    }

    Optional<Standing> standing(BackTestId id, Vocabulary vocabulary) {
        return jdbc
                .query(
                        "select * from rules.back_test where tenant_id = :tenant and id = :id for update",
                        of(id),
                        (row, _) -> {
                            var draft = draft(row, vocabulary);
                            return new Standing(
                                    BackTest.State.valueOf(row.getString("state")),
                                    draft,
                                    new PolicyVersionId(row.getObject("live_version_id", UUID.class)),
                                    time(row, "until"),
                                    new PastDecisions.Position(
                                            time(row, "position_time"), row.getObject("position_id", UUID.class)),
                                    new BackTestTally(
                                            draft,
                                            cells(row),
                                            unknown(row),
                                            row.getLong("judged"),
                                            row.getLong("changed")));
                        })
                .stream()
                .findFirst();
    }

    Policy draft(BackTestId id, Vocabulary vocabulary) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select currency, rules from rules.back_test where tenant_id = :tenant and id = :id",
                of(id),
                (row, _) -> draft(row, vocabulary)));
    }

    void progress(
            BackTestId id,
            BackTest.State state,
            PastDecisions.Position position,
            BackTestTally tally,
            @Nullable Instant ended) {
        jdbc.update(
                """
                update rules.back_test set state = :state, position_time = :time, position_id = :position,
                    judged = :judged, changed = :changed, outcomes = :outcomes::jsonb, unknown = :unknown::jsonb,
                    ended_at = :ended
                where tenant_id = :tenant and id = :id""",
                of(id).addValue("state", state.name())
                        .addValue("time", position.time().atOffset(ZoneOffset.UTC))
                        .addValue("position", position.id())
                        .addValue("judged", tally.judged())
                        .addValue("changed", tally.changed())
                        .addValue("outcomes", json.writeValueAsString(tally.cells()))
                        .addValue("unknown", json.writeValueAsString(tally.unknown()))
                        .addValue("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC)));
    }

    boolean cancel(BackTestId id, Instant now) {
        return jdbc.update("""
                        update rules.back_test set state = 'CANCELED', ended_at = :now
                        where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')""", of(id).addValue("now", now.atOffset(ZoneOffset.UTC))) == 1;
    }

    /** One that is under way keeps another from starting. */
    boolean isAnyUnderWay() {
        return !jdbc.queryForList(
                        "select 1 from rules.back_test where tenant_id = :tenant and state in ('WAITING', 'RUNNING')",
                        mine())
                .isEmpty();
    }

    void addChanges(BackTestId id, List<Changed> changes) {
        jdbc.batchUpdate(
                """
                insert into rules.back_test_change
                    (tenant_id, back_test_id, decision_id, live_outcome, draft_outcome, value)
                values (:tenant, :id, :decision, :live, :draft, :value)""",
                changes.stream()
                        .map(change -> of(id).addValue("decision", change.decision())
                                .addValue("live", change.live().name())
                                .addValue("draft", change.draft().name())
                                .addValue("value", change.value()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** @param value of the item in the tenant's currency */
    record Changed(
            UUID decision,
            Outcome live,
            Outcome draft,
            @Nullable BigDecimal value) {}

    /** By id of the decision, after the one given. */
    List<Changed> changes(BackTestId id, UUID after, int limit) {
        return jdbc.query(
                """
                select decision_id, live_outcome, draft_outcome, value from rules.back_test_change
                where tenant_id = :tenant and back_test_id = :id and decision_id > :after
                order by decision_id limit :limit""",
                of(id).addValue("after", after).addValue("limit", limit),
                (row, _) -> new Changed(
                        row.getObject("decision_id", UUID.class),
                        Outcome.valueOf(row.getString("live_outcome")),
                        Outcome.valueOf(row.getString("draft_outcome")),
                        row.getBigDecimal("value")));
    }

    Optional<BackTest> find(BackTestId id, Vocabulary vocabulary) {
        return jdbc
                .query(
                        "select * from rules.back_test where tenant_id = :tenant and id = :id",
                        of(id),
                        (row, _) -> read(row, vocabulary))
                .stream()
                .findFirst();
    }

    List<BackTest> newest(int limit, Vocabulary vocabulary) {
        return jdbc.query(
                "select * from rules.back_test where tenant_id = :tenant order by asked_at desc, id desc limit :limit",
                mine().addValue("limit", limit),
                (row, _) -> read(row, vocabulary));
    }

    private BackTest read(ResultSet row, Vocabulary vocabulary) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new BackTest(
                new BackTestId(row.getObject("id", UUID.class)),
                BackTest.State.valueOf(row.getString("state")),
                row.getInt("days"),
                new PolicyVersionId(row.getObject("live_version_id", UUID.class)),
                row.getLong("judged"),
                row.getLong("total"),
                row.getLong("changed"),
                cells(row).stream()
                        .map(cell -> new BackTest.Outcomes(
                                cell.live(), cell.draft(), cell.count(), new Money(cell.value(), currency)))
                        .toList(),
                unknown(row).entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                        .flatMap(
                                entry -> vocabulary
                                        .byKey(entry.getKey())
                                        .map(fact -> new BackTest.UnknownFact(fact, entry.getValue()))
                                        .stream())
                        .toList(),
                time(row, "asked_at"),
                row.getObject("ended_at") == null ? null : time(row, "ended_at"));
    }

    private Policy draft(ResultSet row, Vocabulary vocabulary) throws SQLException {
        var rules = json.readValue(row.getString("rules"), new TypeReference<List<Object>>() {});
        return new PolicyReader(Currency.getInstance(row.getString("currency")), vocabulary)
                .read(DocumentPart.root(rules, "rules"));
    }

    private List<BackTestTally.Cell> cells(ResultSet row) throws SQLException {
        return json.readValue(row.getString("outcomes"), new TypeReference<List<BackTestTally.Cell>>() {});
    }

    private Map<String, Long> unknown(ResultSet row) throws SQLException {
        return json.readValue(row.getString("unknown"), new TypeReference<Map<String, Long>>() {});
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static MapSqlParameterSource of(BackTestId id) {
        return mine().addValue("id", id.value());
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
