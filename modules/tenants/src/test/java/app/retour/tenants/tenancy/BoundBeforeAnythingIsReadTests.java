package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.SimpleTransactionStatus;
import retour.testkit.TestDatabase;

/** A transaction and a listener are bound to their tenant before their first statement. */
class BoundBeforeAnythingIsReadTests {
    private final TenantId shop = new TenantId(Ids.next());

    private record Told(TenantId tenant, Supplier<TenantId> asked) implements TenantEvent {}

    @AfterEach
    void unbind() {
        TenantContext.bind(null);
    }

    private static void begin(DataSource database, @Nullable Throwable failure) {
        new TenantBinding().tenantOfTheTransaction(database).afterBegin(new SimpleTransactionStatus(), failure);
    }

    @Test
    void aTransactionBeginsAsItsTenantAndSaysSoForItselfAlone() throws SQLException {
        try (var connection = TestDatabase.shared().as("retour_app");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            TenantContext.runAs(shop, () -> begin(new SingleConnectionDataSource(connection, true), null));
            var asked = "select current_setting('app.tenant', true)";
            try (var bound = statement.executeQuery(asked)) {
                bound.next();
                assertThat(bound.getString(1)).isEqualTo(shop.toString());
            }
            connection.commit();
            try (var after = statement.executeQuery(asked)) {
                after.next();
                assertThat(after.getString(1)).isNullOrEmpty();
            }
        }
    }

    @Test
    void withoutATenantNothingIsBoundAndOneThatDidNotBeginIsNotEither() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere");
        begin(nowhere, null);
        TenantContext.runAs(shop, () -> {
            begin(nowhere, new IllegalStateException());
            assertThatThrownBy(() -> begin(nowhere, null)).isInstanceOf(CannotGetJdbcConnectionException.class);
        });
    }

    @Test
    void whatCannotBeBoundIsNotBegun() throws SQLException {
        var connection = TestDatabase.shared().as("retour_app");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 1 / 0")).isInstanceOf(SQLException.class);
        }
        var failed = new AbstractDataSource() {
            @Override
            public Connection getConnection() {
                return connection;
            }

            @Override
            public Connection getConnection(String username, String password) {
                return connection;
            }
        };
        TenantContext.runAs(
                shop,
                () -> assertThatIllegalStateException()
                        .isThrownBy(() -> begin(failed, null))
                        .withMessage("The transaction could not be bound"));
        assertThat(connection.isClosed()).as("given back").isTrue();
    }

    /** Hears what the house's listeners hear, and tells as whom. */
    static class Listener {
        @ApplicationModuleListener
        TenantId on(Object event) {
            return event instanceof Told told ? told.asked.get() : TenantContext.current();
        }
    }

    private static TenantId hear(Object event) {
        var proxies = new ProxyFactory(new Listener());
        proxies.setProxyTargetClass(true);
        proxies.addAdvisor(TenantBinding.tenantOfTheListener());
        return ((Listener) proxies.getProxy()).on(event);
    }

    @Test
    void aListenerRunsAsTheTenantOfWhatItHearsAndLeavesTheOneBefore() {
        var other = new TenantId(Ids.next());
        TenantContext.bind(other);
        assertThat(hear(new Told(shop, TenantContext::current))).isEqualTo(shop);
        assertThat(TenantContext.current()).isEqualTo(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hear(new Told(shop, () -> {
                    throw new IllegalArgumentException();
                })));
        assertThat(TenantContext.current()).isEqualTo(other);
    }

    @Test
    void whatIsNoTenantsEventIsHeardByNobody() {
        TenantContext.bind(shop);
        assertThatIllegalStateException()
                .isThrownBy(() -> hear("no event"))
                .withMessageContaining("hears tenants' events only");
    }

    @Test
    void withoutATenantHibernateSeesNobodysRows() {
        var settings = new HashMap<String, Object>();
        new TenantBinding().tenantOfTheSession().customize(settings);
        var resolver = (CurrentTenantIdentifierResolver<?>)
                Objects.requireNonNull(settings.get(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER));
        assertThat(resolver.resolveCurrentTenantIdentifier()).isEqualTo(Ids.LEAST);
        TenantContext.bind(shop);
        assertThat(resolver.resolveCurrentTenantIdentifier()).isEqualTo(shop.value());
        assertThat(resolver.validateExistingCurrentSessions()).isTrue();
    }

    private static final class Owned extends TenantOwned {
        Owned() {}

        Owned(UUID id) {
            super(id);
        }
    }

    @Test
    void whatIsNewIsKnownToBeNewAndHasAnIdOfItsOwn() {
        var id = Ids.next();
        assertThat(new Owned().id()).isNotEqualTo(new Owned().id());
        assertThat(new Owned(id).getId()).isEqualTo(id);
        assertThat(new Owned(id).isNew()).as("nothing is asked of the database").isTrue();
        assertThat(new Owned(id).version()).isZero();
    }
}
