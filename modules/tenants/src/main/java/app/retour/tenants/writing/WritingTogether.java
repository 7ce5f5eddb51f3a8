package app.retour.tenants.writing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Stands before the pool: connections of transactions that write together hold their writes back. */
@Configuration(proxyBeanMethods = false)
class WritingTogether {
    /** Without an order of its own, so that it stands before whatever else guards or watches the pool. */
    @Bean
    static BeanPostProcessor connectionsThatWriteTogether() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new Holding(pool) : bean;
            }
        };
    }

    private static final class Holding extends DelegatingDataSource {
        Holding(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return holding(super.getConnection());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return holding(super.getConnection(user, password));
        }
    }

    private static Connection holding(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                WritingTogether.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    var together = WritesTogether.current();
                    if (together != null && together.waiting().isFor(real)) {
                        var held = held(together, (Connection) proxy, method.getName(), arguments);
                        if (held != null) {
                            return held;
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** @return a statement that waits; null when the connection itself is to do what is asked */
    private static @Nullable Object held(
            WritesTogether together, Connection proxy, String asked, Object @Nullable [] arguments)
            throws SQLException {
        var waiting = together.waiting();
        switch (asked) {
            case "prepareStatement" -> {
                if (arguments != null && arguments[0] instanceof String sql) {
                    if (arguments.length == 1 && together.mayWait(sql)) {
                        return WaitingStatement.of(waiting, proxy, sql);
                    }
                    if (together.mayPass(sql)) {
                        return null;
                    }
                }
                waiting.leave();
            }
            case "prepareCall", "createStatement", "setSavepoint", "releaseSavepoint", "commit" -> waiting.leave();
            case "rollback", "close", "abort" -> waiting.forget();
            default -> {}
        }
        return null;
    }
}
