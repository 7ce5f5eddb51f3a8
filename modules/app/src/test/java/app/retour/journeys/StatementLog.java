package app.retour.journeys;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Stands before the pool and writes down what is sent to the database, by whom, and in how many round trips. */
final class StatementLog implements BeanPostProcessor, Ordered {
    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch");
    private final List<Work> all = new CopyOnWriteArrayList<>();

    /** Who borrowed a connection: a request of the API, a listener, or whatever runs on its own. */
    enum Origin {
        REQUEST,
        LISTENER,
        BACKGROUND
    }

    /** What was sent on a connection from its being borrowed to its being given back. */
    static final class Work {
        private final Origin origin;
        private final List<List<String>> sent = new CopyOnWriteArrayList<>();
        private volatile int commits;

        private Work(Origin origin) {
            this.origin = origin;
        }

        Origin origin() {
            return origin;
        }

        List<String> statements() {
            return sent.stream().flatMap(List::stream).toList();
        }

        /** BEGIN travels with the first statement; several of one text travel together; a commit travels alone. */
        int roundTrips() {
            return sent.size() + commits;
        }
    }

    void clear() {
        all.clear();
    }

    /** Those that sent anything, in their order. */
    List<Work> of(Origin origin) {
        return all.stream()
                .filter(work -> work.origin == origin && !work.sent.isEmpty())
                .toList();
    }

    /** Right before the pool, behind whatever holds statements back. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool
                ? new DelegatingDataSource(pool) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return recorded(super.getConnection());
                    }
                }
                : bean;
    }

    private Connection recorded(Connection connection) {
        var work = new Work(origin());
        all.add(work);
        return proxy(Connection.class, (_, method, arguments) -> {
            var result = call(connection, method, arguments);
            if (method.getName().equals("commit")) {
                work.commits++;
            }
            if (result instanceof PreparedStatement statement) {
                return recorded(PreparedStatement.class, statement, String.valueOf(arguments[0]), work);
            }
            return result instanceof Statement statement ? recorded(Statement.class, statement, null, work) : result;
        });
    }

    private static <S extends Statement> S recorded(Class<S> type, S statement, @Nullable String prepared, Work work) {
        var batched = new ArrayList<String>();
        return proxy(type, (_, method, arguments) -> {
            if (method.getName().equals("addBatch")) {
                batched.add("");
            } else if (EXECUTIONS.contains(method.getName())) {
                var text = prepared != null || arguments == null ? String.valueOf(prepared) : (String) arguments[0];
                var times = batched.isEmpty() ? "" : " (%d at once)".formatted(batched.size());
                batched.clear();
                work.sent.add(Stream.of(text.split(";\n"))
                        .map(one -> one.strip().replaceAll("\\s+", " ") + times)
                        .toList());
            }
            return call(statement, method, arguments);
        });
    }

    private static Origin origin() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .map(StatementLog::origin)
                        .filter(origin -> origin != Origin.BACKGROUND)
                        .findFirst()
                        .orElse(Origin.BACKGROUND));
    }

    private static Origin origin(String frame) {
        if (frame.startsWith("org.springframework.modulith.events")) {
            return Origin.LISTENER;
        }
        return frame.startsWith("org.springframework.graphql.") || frame.startsWith("org.springframework.security.web.")
                ? Origin.REQUEST
                : Origin.BACKGROUND;
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
