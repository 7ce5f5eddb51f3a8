package app.retour.tenants.tenancy;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantEvent;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Binds transactions, Hibernate sessions and event listeners to the tenant of the moment. */
@Configuration(proxyBeanMethods = false)
class TenantBinding {
    /** One statement, and together with BEGIN one round trip; SET LOCAL is passed on by Citus, set_config() is not. */
    @Bean
    TransactionExecutionListener tenantOfTheTransaction(DataSource dataSource) {
        return new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
                if (failure == null) {
                    TenantContext.find().ifPresent(tenant -> {
                        var connection = DataSourceUtils.getConnection(dataSource);
                        try (var statement = connection.createStatement()) {
                            // A UUID's text: nothing in it to escape.
                            statement.execute("set local app.tenant = '" + tenant.value() + "'");
                        } catch (SQLException broken) {
                            throw new IllegalStateException("The transaction could not be bound", broken);
                        } finally {
                            DataSourceUtils.releaseConnection(connection, dataSource);
                        }
                    });
                }
            }
        };
    }

    @Bean
    HibernatePropertiesCustomizer tenantOfTheSession() {
        return settings -> settings.put(
                MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new CurrentTenantIdentifierResolver<UUID>() {
                    @Override
                    public UUID resolveCurrentTenantIdentifier() {
                        return TenantContext.find()
                                .map(app.retour.kernel.TenantId::value)
                                // Nobody's: with it Hibernate and row-level security show no row.
                                .orElse(Ids.LEAST);
                    }

                    @Override
                    public boolean validateExistingCurrentSessions() {
                        return true;
                    }
                });
    }

    /** Inside the registry's advice and outside the transaction's: a tenant bound later would find an open session. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor tenantOfTheListener() {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, ApplicationModuleListener.class, true), (MethodInterceptor)
                        invocation -> {
                            if (!(invocation.getArguments()[0] instanceof TenantEvent event)) {
                                throw new IllegalStateException(
                                        "A module listener hears tenants' events only: " + invocation.getMethod());
                            }
                            var before = TenantContext.find().orElse(null);
                            TenantContext.bind(event.tenant());
                            try {
                                return invocation.proceed();
                            } finally {
                                TenantContext.bind(before);
                            }
                        });
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }
}
