package app.retour.orders;

import static app.retour.orders.OrderFixtures.aTenant;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import retour.testkit.RetourTest;

/** A shop with orders, products and shoppers, in the database. */
@RetourTest
public abstract class StoredOrders {
    @Autowired
    public Orders orders;

    @Autowired
    public Products products;

    @Autowired
    public Shoppers shoppers;

    @Autowired
    public Tenants tenants;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }
}
