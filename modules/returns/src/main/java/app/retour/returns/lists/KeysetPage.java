package app.retour.returns.lists;

import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of a list by keyset: rows are found by their places, then loaded. */
final class KeysetPage {
    private KeysetPage() {}

    /** A row's place in its list. */
    record Place(UUID id, @Nullable Instant at, int rank) {}

    /**
     * @param select of {@code id, at, rank} with {@code :tenant}, ending in a condition
     * @param by the column behind {@code at}
     */
    static JdbcClient.StatementSpec oldestFirst(
            JdbcClient jdbc, String select, String by, ScrollPosition position, int limit) {
        var after = keys(position);
        return jdbc.sql(
                        "%s and (cast(:at as timestamptz) is null or (%s, id) > (:at, cast(:id as uuid))) order by %s, id limit :most"
                                .formatted(select, by, by))
                .param("tenant", TenantContext.current().value())
                .param("at", after.isEmpty() ? null : OffsetDateTime.parse(String.valueOf(after.get("at"))))
                .param("id", after.isEmpty() ? null : String.valueOf(after.get("id")))
                .param("most", limit + 1);
    }

    static List<Place> places(JdbcClient.StatementSpec query) {
        return query.query((row, _) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at") == null
                                ? null
                                : row.getTimestamp("at").toInstant(),
                        row.getInt("rank")))
                .list();
    }

    /** @param found up to one place more than the limit, which tells that there is a next page */
    static <T> Window<T> of(List<Place> found, int limit, Function<List<Place>, List<T>> load) {
        var page = found.size() > limit ? found.subList(0, limit) : found;
        return Window.from(
                new ArrayList<>(load.apply(page)),
                at -> ScrollPosition.forward(Map.of(
                        "at", String.valueOf(page.get(at).at()),
                        "id", page.get(at).id().toString(),
                        "rank", String.valueOf(page.get(at).rank()))),
                found.size() > limit);
    }

    static Map<String, Object> keys(ScrollPosition position) {
        return position instanceof KeysetScrollPosition keyset ? keyset.getKeys() : Map.of();
    }
}
