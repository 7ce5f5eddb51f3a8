package app.retour.orders.erasure;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.orders.shoppers.ErasedAddresses;
import app.retour.privacy.DataSubject;
import app.retour.privacy.DataSubjects;
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStep;
import app.retour.tenants.shoppers.ShopperMails;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Erases shoppers here: finds their orders, remembers as a keyed hash whose past is not to come back and whom the shop had
 * blocked, and takes away what imports had to say of them.
 */
@Component
@Order(20)
class ErasedShoppers implements DataSubjects, ErasureStep, ErasureObstacle {
    private final NamedParameterJdbcTemplate jdbc;
    private final ErasedAddresses addresses;
    private final TracesOfImports traces;
    private final ShopperMails mails;
    private final Clock clock;

    ErasedShoppers(
            NamedParameterJdbcTemplate jdbc,
            ErasedAddresses addresses,
            TracesOfImports traces,
            ShopperMails mails,
            Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public DataSubject complete(DataSubject known) {
        var subject = known;
        if (known.shopper() != null) {
            requireShopper(known.shopper());
        }
        for (var order : known.orders()) {
            var shopper = jdbc.query(
                    "select shopper_id from orders.customer_order where tenant_id = :tenant and id = :id",
                    mine().addValue("id", order),
                    (row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)));
            if (shopper.isEmpty()) {
                throw new Refusal(ErrorCode.NOT_FOUND, "There is no such order", "orderId");
            }
            var buyer = shopper.getFirst().orElse(null);
            if (known.shopper() != null && !known.shopper().equals(buyer)) {
                throw new Refusal(ErrorCode.NOT_FOUND, "This shopper has no such order", "orderId");
            }
            if (buyer != null) {
                subject = subject.withShopper(buyer);
            }
        }
        return subject.shopper() == null ? subject : subject.withOrders(ordersOf(subject.shopper()));
    }

    private void requireShopper(UUID shopper) {
        if (jdbc.queryForList(
                        "select id from orders.shopper where tenant_id = :tenant and id = :id",
                        mine().addValue("id", shopper),
                        UUID.class)
                .isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no such shopper", "shopperId");
        }
    }

    private List<UUID> ordersOf(UUID shopper) {
        return jdbc.queryForList(
                "select id from orders.customer_order where tenant_id = :tenant and shopper_id = :id",
                mine().addValue("id", shopper),
                UUID.class);
    }

    @Override
    public void hold(DataSubject subject) {
        if (!subject.orders().isEmpty()) {
            jdbc.queryForList(
                    "select id from orders.customer_order where tenant_id = :tenant and id in (:ids) order by id for update",
                    mine().addValue("ids", subject.orders()),
                    UUID.class);
        }
        // Whoever tells another order of theirs waits, or is waited for.
        if (subject.shopper() != null) {
            jdbc.queryForList(
                    "select id from orders.shopper where tenant_id = :tenant and id = :id for update",
                    mine().addValue("id", subject.shopper()),
                    UUID.class);
        }
    }

    @Override
    public Optional<Reason> against(DataSubject subject) {
        var running = jdbc.queryForObject(
                "select exists (select from orders.import_job where tenant_id = :tenant and state in ('WAITING', 'RUNNING'))",
                mine(),
                Boolean.class);
        return Boolean.TRUE.equals(running)
                ? Optional.of(new Reason(
                        Kind.RUNNING_IMPORT,
                        "A file is being imported that may tell of this shopper again. Wait until it is read, then erase.",
                        false))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public int erase(DataSubject subject) {
        var told = traces.erase(subject);
        known(subject).forEach(shopper -> {
            mails.forget(shopper.email);
            MailAddress.of(shopper.email)
                    .ifPresent(address -> addresses.remember(address, clock.instant(), shopper.blocked));
        });
        return told;
    }

    @Override
    public List<String> keeps(DataSubject subject) {
        return known(subject).stream()
                .filter(Known::blocked)
                .map(
                        _ ->
                                "Your shop has blocked this shopper. That stays, as a keyed hash of their address and nothing else, so that being erased is no way around it")
                .toList();
    }

    private record Known(String email, boolean blocked) {}

    /** One, or nobody. */
    private List<Known> known(DataSubject subject) {
        return subject.shopper() == null
                ? List.of()
                : jdbc.query(
                        """
                        select email, coalesce(blocked, false) from orders.shopper
                        where tenant_id = :tenant and id = :id and erased_at is null
                        """,
                        mine().addValue("id", subject.shopper()),
                        (row, _) -> new Known(row.getString(1), row.getBoolean(2)));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
