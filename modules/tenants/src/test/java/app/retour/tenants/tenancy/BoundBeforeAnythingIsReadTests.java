package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantEvent;
import app.retour.kernel.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction and a listener are bound to their tenant before their first statement. */
class BoundBeforeAnythingIsReadTests {
    private final TenantId shop = new TenantId(Ids.next());
    private final DataSource database = mock(DataSource.class);
    private final Connection connection = mock(Connection.class);
    private final Statement statement = mock(Statement.class);

    private record Told(TenantId tenant) implements TenantEvent {}

    @BeforeEach
    void connected() throws SQLException {
        when(database.getConnection()).thenReturn(connection);
        when(connection.createStatement()).thenReturn(statement);
    }

    @AfterEach
    void unbind() {
        TenantContext.bind(null);
    }

    private void begin(@Nullable Throwable failure) {
        new TenantBinding().tenantOfTheTransaction(database).afterBegin(mock(), failure);
    }

    @Test
    void aTransactionBeginsAsItsTenantAndSaysSoForItselfAlone() throws SQLException {
        TenantContext.runAs(shop, () -> begin(null));
        verify(statement).execute("set local app.tenant = '" + shop.value() + "'");
        verify(statement).close();
        verify(connection).close();
    }

    @Test
    void withoutATenantNothingIsBoundAndOneThatDidNotBeginIsNotEither() throws SQLException {
        begin(null);
        TenantContext.runAs(shop, () -> begin(new IllegalStateException()));
        verify(database, never()).getConnection();
    }

    @Test
    void whatCannotBeBoundIsNotBegun() throws SQLException {
        when(statement.execute(any())).thenThrow(new SQLException("gone"));
        TenantContext.runAs(
                shop,
                () -> assertThatIllegalStateException()
                        .isThrownBy(() -> begin(null))
                        .withMessage("The transaction could not be bound"));
        verify(connection).close();
    }

    private Object hear(Object event, Callable<Object> listening) throws Throwable {
        var invocation = mock(MethodInvocation.class);
        when(invocation.getArguments()).thenReturn(new Object[] {event});
        when(invocation.proceed()).thenAnswer(_ -> listening.call());
        return Objects.requireNonNull(
                ((MethodInterceptor) TenantBinding.tenantOfTheListener().getAdvice()).invoke(invocation));
    }

    @Test
    void aListenerRunsAsTheTenantOfWhatItHearsAndLeavesTheOneBefore() throws Throwable {
        var other = new TenantId(Ids.next());
        TenantContext.bind(other);
        assertThat(hear(new Told(shop), TenantContext::current)).isEqualTo(shop);
        assertThat(TenantContext.current()).isEqualTo(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hear(new Told(shop), () -> {
                    throw new IllegalArgumentException();
                }));
        assertThat(TenantContext.current()).isEqualTo(other);
    }

    @Test
    void whatIsNoTenantsEventIsHeardByNobody() {
        assertThatIllegalStateException().isThrownBy(() -> hear("no event", TenantContext::current));
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
