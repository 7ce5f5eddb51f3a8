package app.retour.orders;

import app.retour.kernel.TenantId;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.rows.RowReader;
import app.retour.orders.shoppers.OrderProofs;
import app.retour.tenants.shoppers.OrderIdentity;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets shoppers in: who proves an order, and whether it still is the order that was proven. */
@Component
class OrderDoor implements OrderIdentity {
    private static final String KNOWN = """
            select o.id, o.number_key, o.shopper_id, o.erased_at, s.email,
                ship.postcode as shipped, bill.postcode as billed, ship.phone as ship_phone, bill.phone as bill_phone
            from orders.customer_order o
            left join orders.shopper s on s.tenant_id = o.tenant_id and s.id = o.shopper_id
            left join orders.order_address ship on ship.tenant_id = o.tenant_id and ship.order_id = o.id
                and ship.purpose = 'SHIPPING'
            left join orders.order_address bill on bill.tenant_id = o.tenant_id and bill.order_id = o.id
                and bill.purpose = 'BILLING'
            where o.tenant_id = :tenant and
            """;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate looking;

    OrderDoor(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.looking = new TransactionTemplate(transactions);
        this.looking.setReadOnly(true);
        this.looking.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    private record Known(
            @Nullable UUID id,
            @Nullable String number,
            @Nullable UUID shopper,
            @Nullable String email,
            @Nullable String shippedTo,
            @Nullable String billedTo,
            @Nullable String shipPhone,
            @Nullable String billPhone,
            boolean erased) {
        static final Known NOTHING = new Known(null, null, null, null, null, null, null, null, false);

        OrderProofs proofs() {
            return OrderProofs.of(email, shippedTo, billedTo, shipPhone, billPhone);
        }

        String identity(UUID order, boolean byEmail) {
            if (erased) {
                return OrderIdentity.NOBODYS;
            }
            var whose = "%s\n%s\n%s".formatted(order, number, shopper);
            return byEmail ? whose : whose + "\n" + proofs().withoutEmail();
        }

        static Known of(ResultSet row, int ignored) throws SQLException {
            var columns = new RowReader(row);
            return new Known(
                    columns.id("id"),
                    columns.text("number_key"),
                    columns.reference("shopper_id"),
                    columns.text("email"),
                    columns.text("shipped"),
                    columns.text("billed"),
                    columns.text("ship_phone"),
                    columns.text("bill_phone"),
                    columns.time("erased_at") != null);
        }
    }

    /**
     * One query and the same comparisons whether or not there is such an order.
     *
     * @param phone counts only for an order that has nothing better to prove it with
     */
    Optional<OrderId> prove(
            OrderNumber number, @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        var known =
                jdbc
                        .query(KNOWN + " o.number_key = :number", mine().addValue("number", number.key()), Known::of)
                        .stream()
                        .findFirst()
                        .orElse(Known.NOTHING);
        var proven = known.proofs().areMetBy(email, postcode, phone);
        return proven && known.id != null && !known.erased ? Optional.of(new OrderId(known.id)) : Optional.empty();
    }

    @Override
    public String of(TenantId tenant, UUID order, boolean byEmail) {
        return Objects.requireNonNull(ofAll(tenant, Set.of(order), byEmail).get(order));
    }

    @Override
    public Map<UUID, String> ofAll(TenantId tenant, Set<UUID> orders, boolean byEmail) {
        var found = TenantContext.callAs(
                tenant,
                () -> Objects.requireNonNull(looking.execute(_ -> jdbc.query(
                        KNOWN + " o.id = any(:ids)", mine().addValue("ids", orders.toArray(UUID[]::new)), Known::of))));
        var known = found.stream().collect(Collectors.toMap(Known::id, each -> each));
        return orders.stream()
                .collect(Collectors.toMap(
                        order -> order,
                        order -> known.getOrDefault(order, Known.NOTHING).identity(order, byEmail)));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
