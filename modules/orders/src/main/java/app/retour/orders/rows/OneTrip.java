package app.retour.orders.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;

/** Several questions in one round trip: the driver sends them together, and each is prepared as if it were asked alone. */
public final class OneTrip {
    private final String questions;

    public OneTrip(String... questions) {
        this.questions = String.join(";\n", questions);
    }

    /** @param answered reads the answers, each once, in the order of the questions */
    public <T> T ask(JdbcOperations jdbc, List<? extends @Nullable Object> parameters, Function<Answers, T> answered) {
        return Objects.requireNonNull(jdbc.execute(questions, (PreparedStatementCallback<T>) statement -> {
            for (var i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return answered.apply(new Answers(statement, statement.execute()));
        }));
    }

    /** What came back. */
    public static final class Answers {
        private final PreparedStatement statement;
        private boolean isThere;

        private Answers(PreparedStatement statement, boolean isThere) {
            this.statement = statement;
            this.isThere = isThere;
        }

        /** All rows of the next answer. */
        public <T> List<T> next(RowMapper<T> mapper) {
            if (!isThere) {
                throw new IllegalStateException("There are fewer questions than answers are asked for");
            }
            var all = new ArrayList<T>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    all.add(mapper.mapRow(rows, all.size()));
                }
                isThere = statement.getMoreResults();
            } catch (SQLException broken) {
                throw new IllegalStateException("An answer could not be read", broken);
            }
            return all;
        }
    }
}
