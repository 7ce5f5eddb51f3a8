package app.retour.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that is well typed and that the database still cannot take, such as a text with a NUL. */
final class UnstorableValue {
    /** SQL's own class of errors for it; of that class, this one is a fault of ours. */
    private static final String DATA_EXCEPTION = "22";

    private static final String DIVISION_BY_ZERO = "22012";

    private UnstorableValue() {}

    static boolean isIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState().startsWith(DATA_EXCEPTION)
                        && !refused.getSQLState().equals(DIVISION_BY_ZERO);
            }
        }
        return false;
    }

    /** Where the arguments hold a text with a NUL; counted from the input on, empty when nowhere. */
    static List<String> place(Map<String, Object> arguments) {
        var path = new ArrayList<String>();
        if (!find(arguments, path)) {
            return List.of();
        }
        return path.getFirst().equals("input") ? List.copyOf(path.subList(1, path.size())) : List.copyOf(path);
    }

    private static boolean find(@Nullable Object value, List<String> path) {
        switch (value) {
            case String text -> {
                return text.indexOf('\0') >= 0;
            }
            case Map<?, ?> fields -> {
                for (var field : fields.entrySet()) {
                    path.add(String.valueOf(field.getKey()));
                    if (find(field.getValue(), path)) {
                        return true;
                    }
                    path.removeLast();
                }
                return false;
            }
            case Collection<?> items -> {
                var place = 0;
                for (var item : items) {
                    path.add(String.valueOf(place++));
                    if (find(item, path)) {
                        return true;
                    }
                    path.removeLast();
                }
                return false;
            }
            case null, default -> {
                return false;
            }
        }
    }
}
