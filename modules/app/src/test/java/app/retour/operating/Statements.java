package app.retour.operating;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every statement that the application prepares. */
@TestConfiguration(proxyBeanMethods = false)
class Statements {
    private static final List<String> NOTED = new CopyOnWriteArrayList<>();

    /** What an action asks of the database; what the registry and the sessions do on their own is left out. */
    static List<String> of(Runnable action) {
        NOTED.clear();
        action.run();
        return NOTED.stream()
                .filter(sql -> !sql.contains("event_publication") && !sql.contains("SPRING_SESSION"))
                .toList();
    }

    @Bean
    static BeanPostProcessor notingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Noting(source) : bean;
            }
        };
    }

    private static final class Noting extends DelegatingDataSource {
        Noting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Noting.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, given) -> {
                        if (method.getName().equals("prepareStatement")) {
                            NOTED.add(String.valueOf(given[0]));
                        }
                        try {
                            return method.invoke(connection, given);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
