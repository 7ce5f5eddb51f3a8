package app.retour.orders.rows;

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
public record RowReader(ResultSet row) {
    public UUID id(String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    @Nullable
    public UUID reference(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public String required(String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    @Nullable
    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public BigDecimal amount(String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }

    @Nullable
    public Money money(String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount, Currency.getInstance(row.getString(column + "_currency")));
    }

    public int whole(String column) throws SQLException {
        return row.getInt(column);
    }

    @Nullable
    public Integer wholeIfKnown(String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    @Nullable
    public Boolean truth(String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }

    @Nullable
    public Instant time(String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public Instant requiredTime(String column) throws SQLException {
        return Objects.requireNonNull(time(column), column);
    }

    @Nullable
    public List<String> texts(String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, required(column));
    }

    /** What JDBC takes for a time. */
    public static @Nullable OffsetDateTime of(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** What JDBC takes for a list of texts. */
    public static String @Nullable [] of(@Nullable Collection<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    /** A text to be found anywhere, for {@code like}; its own wildcards mean themselves. */
    public static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
