package app.retour.orders.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import retour.testkit.TestDatabase;

/** Several questions are sent as one, and their answers are read in their order. */
class OneTripTests {
    private static final RowMapper<String> TEXT = (row, _) -> row.getString(1);
    private final OneTrip trip = new OneTrip(
            "select cast(n as text) from generate_series(1, cast(? as int)) n order by n",
            "select id from unnest(?) id where id is distinct from cast(? as uuid)");
    private Connection database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.shared().as("postgres");
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(database, true));
    }

    @AfterEach
    void disconnect() throws SQLException {
        database.close();
    }

    private List<List<String>> both(@Nullable Object... parameters) {
        return trip.ask(jdbc, Arrays.asList(parameters), answers -> List.of(answers.next(TEXT), answers.next(TEXT)));
    }

    @Test
    void theAnswersComeInTheOrderOfTheQuestionsHoweverManyRowsEachHas() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        for (var i = 0; i < 7; i++) {
            assertThat(both(2, new UUID[] {one, other}, other))
                    .as("also when the server has prepared it")
                    .containsExactly(List.of("1", "2"), List.of(one.toString()));
        }
        assertThat(both(0, new UUID[] {one}, null)).containsExactly(List.of(), List.of(one.toString()));
    }

    @Test
    void moreAnswersThanQuestionsAreAMistakeOfTheCaller() {
        List<Object> parameters = List.of(1, new UUID[0], UUID.randomUUID());
        assertThatIllegalStateException()
                .isThrownBy(() -> trip.<Object>ask(
                        jdbc,
                        parameters,
                        answers -> List.of(answers.next(TEXT), answers.next(TEXT), answers.next(TEXT))))
                .withMessageContaining("fewer questions");
    }
}
