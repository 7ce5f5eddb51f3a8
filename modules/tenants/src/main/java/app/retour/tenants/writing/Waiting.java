package app.retour.tenants.writing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes of one connection that wait, in their order. */
final class Waiting {
    /** One parameter, as it was set. */
    record Parameter(Method setter, List<@Nullable Object> arguments) {
        int place() {
            return Objects.requireNonNull((Integer) arguments.getFirst());
        }

        void set(PreparedStatement statement, int before) throws SQLException {
            var shifted = arguments.toArray();
            shifted[0] = place() + before;
            try {
                setter.invoke(statement, shifted);
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof SQLException cause ? cause : new SQLException(refused.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private record Write(String sql, List<Parameter> parameters) {
        int places() {
            return parameters.stream().mapToInt(Parameter::place).max().orElse(0);
        }

        boolean mayChangeNothing() {
            return sql.contains("on conflict");
        }
    }

    private static final Pattern TABLE = Pattern.compile("\\b(?:into|update)\\s+([a-z_]+\\.[a-z_]+)");
    private final List<Write> writes = new ArrayList<>();
    private final Set<String> tables = new HashSet<>();
    private @Nullable Connection connection;

    /** Whether it waits for this connection; the first one that asks is the one of the transaction. */
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Connection asking) {
        if (connection == null) {
            connection = asking;
        }
        return connection == asking;
    }

    void add(String sql, List<Parameter> parameters) {
        writes.add(new Write(sql, List.copyOf(parameters)));
        var table = TABLE.matcher(sql);
        if (table.find()) {
            tables.add(table.group(1));
        }
    }

    /** That something waits for. */
    Set<String> tables() {
        return tables;
    }

    void forget() {
        writes.clear();
        tables.clear();
    }

    /** All that waits, in one round trip: the driver sends several statements of one text together. */
    void leave() throws SQLException {
        var by = connection;
        if (writes.isEmpty() || by == null) {
            return;
        }
        var leaving = List.copyOf(writes);
        forget();
        var text = leaving.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (var statement = by.prepareStatement(text)) {
            var places = 0;
            for (var write : leaving) {
                for (var parameter : write.parameters()) {
                    parameter.set(statement, places);
                }
                places += write.places();
            }
            statement.execute();
            for (var write : leaving) {
                var changed = statement.getUpdateCount();
                if (changed != 1 && !(changed == 0 && write.mayChangeNothing())) {
                    throw new SQLException("Changed %d rows, not one: %s".formatted(changed, write.sql()));
                }
                statement.getMoreResults();
            }
        }
    }
}
