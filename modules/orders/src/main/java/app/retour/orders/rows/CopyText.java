package app.retour.orders.rows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Rows in the text format of PostgreSQL's COPY, in parts of a size that is sent at once. */
final class CopyText implements Iterator<byte[]> {
    private static final int PART = 1 << 16;
    private final List<String> columns;
    private final Iterator<MapSqlParameterSource> rows;
    private final StringBuilder text = new StringBuilder(PART + (PART >> 2));

    private CopyText(List<String> columns, Iterator<MapSqlParameterSource> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static Iterable<byte[]> of(List<String> columns, List<MapSqlParameterSource> rows) {
        return () -> new CopyText(columns, rows.iterator());
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public byte[] next() {
        text.setLength(0);
        while (rows.hasNext() && text.length() < PART) {
            row(rows.next());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(MapSqlParameterSource row) {
        var values = row.getValues();
        for (var i = 0; i < columns.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            value(values.get(columns.get(i)));
        }
        text.append('\n');
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String plain -> escaped(plain);
            case String[] several -> list(several);
            case BigDecimal amount -> text.append(amount.toPlainString());
            case Boolean truth -> text.append(truth ? 't' : 'f');
            default -> text.append(value);
        }
    }

    private void list(String[] several) {
        text.append('{');
        for (var i = 0; i < several.length; i++) {
            text.append(i > 0 ? ",\"" : "\"");
            escaped(several[i].replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
        }
        text.append('}');
    }

    private void escaped(String plain) {
        for (var i = 0; i < plain.length(); i++) {
            var letter = plain.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }
}
