package app.retour.tenants.writing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write that is prepared and not sent: whoever executes it is told that it changed its row. */
final class WaitingStatement implements InvocationHandler {
    private final Waiting waiting;
    private final Connection connection;
    private final String sql;
    private final List<Waiting.Parameter> parameters = new ArrayList<>();
    private int batched;
    private boolean isClosed;

    private WaitingStatement(Waiting waiting, Connection connection, String sql) {
        this.waiting = waiting;
        this.connection = connection;
        this.sql = sql;
    }

    /** @param connection what the statement says it is of */
    static PreparedStatement of(Waiting waiting, Connection connection, String sql) {
        return (PreparedStatement) Proxy.newProxyInstance(
                WaitingStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new WaitingStatement(waiting, connection, sql));
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws SQLFeatureNotSupportedException {
        var name = method.getName();
        if (arguments != null && arguments.length > 1 && name.startsWith("set")) {
            parameters.removeIf(known -> arguments[0].equals(known.place()));
            parameters.add(new Waiting.Parameter(method, Arrays.asList(arguments)));
            return null;
        }
        return switch (name) {
            case "executeUpdate" -> {
                waiting.add(sql, parameters);
                yield 1;
            }
            case "executeLargeUpdate" -> {
                waiting.add(sql, parameters);
                yield 1L;
            }
            case "execute" -> {
                waiting.add(sql, parameters);
                yield false;
            }
            case "addBatch" -> {
                waiting.add(sql, parameters);
                batched++;
                yield null;
            }
            case "executeBatch" -> {
                var changed = new int[batched];
                Arrays.fill(changed, 1);
                batched = 0;
                yield changed;
            }
            case "getUpdateCount" -> 1;
            case "clearParameters" -> {
                parameters.clear();
                yield null;
            }
            case "getConnection" -> connection;
            case "close" -> {
                isClosed = true;
                yield null;
            }
            case "isClosed" -> isClosed;
            case "getMoreResults", "isWrapperFor" -> false;
            case "getWarnings", "clearWarnings", "setQueryTimeout", "setFetchSize", "setMaxRows", "clearBatch" -> null;
            case "getQueryTimeout", "getMaxRows", "getFetchSize" -> 0;
            case "toString" -> "waiting: " + sql;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> throw new SQLFeatureNotSupportedException("A write that waits cannot " + name);
        };
    }
}
