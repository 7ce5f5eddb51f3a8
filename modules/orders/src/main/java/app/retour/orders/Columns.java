package app.retour.orders;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a table, its columns in the types of this module; and back. */
record Columns(ResultSet row) {
    UUID id(String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    @Nullable
    UUID reference(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    String required(String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    @Nullable
    String text(String column) throws SQLException {
        return row.getString(column);
    }

    BigDecimal amount(String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }

    @Nullable
    Money money(String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount, Currency.getInstance(row.getString(column + "_currency")));
    }

    int whole(String column) throws SQLException {
        return row.getInt(column);
    }

    @Nullable
    Integer wholeIfKnown(String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    @Nullable
    Boolean truth(String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    @Nullable
    Instant time(String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    Instant requiredTime(String column) throws SQLException {
        return Objects.requireNonNull(time(column), column);
    }

    @Nullable
    List<String> texts(String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, required(column));
    }

    /** What JDBC takes for a time. */
    static @Nullable OffsetDateTime of(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** What JDBC takes for a list of texts. */
    static String @Nullable [] of(@Nullable Collection<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    /** A text to be found anywhere, for {@code like}; its own wildcards mean themselves. */
    static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
