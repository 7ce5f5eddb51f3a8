package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.privacy.DataSubject;
import app.retour.privacy.DataSubjects;
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStep;
import app.retour.tenants.ShopperMails;
import app.retour.tenants.TenantContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Erases shoppers here: finds their orders, remembers as a keyed hash whose past is not to come back, and throws away the
 * files that were read, since nobody can take one person out of them.
 */
@Component
@Order(20)
class ErasedShoppers implements DataSubjects, ErasureStep, ErasureObstacle {
    private final NamedParameterJdbcTemplate jdbc;
    private final ErasedAddresses addresses;
    private final ReadFiles readFiles;
    private final ShopperMails mails;
    private final Clock clock;

    ErasedShoppers(
            NamedParameterJdbcTemplate jdbc,
            ErasedAddresses addresses,
            ReadFiles readFiles,
            ShopperMails mails,
            Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.readFiles = readFiles;
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
    }

    @Override
    public Optional<Reason> against(DataSubject subject) {
        var running = jdbc.queryForObject(
                "select exists (select from orders.import_job where tenant_id = :tenant and state in ('WAITING', 'RUNNING'))",
                mine(),
                Boolean.class);
        return Boolean.TRUE.equals(running)
                ? Optional.of(new Reason(
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
        if (subject.shopper() != null) {
            emails(subject.shopper())
                    .peek(mails::forget)
                    .flatMap(email -> MailAddress.of(email).stream())
                    .forEach(address -> addresses.remember(address, clock.instant()));
        }
        return problemsOf(subject) + readFiles.remove(clock.instant(), Integer.MAX_VALUE);
    }

    private Stream<String> emails(UUID shopper) {
        return jdbc
                .queryForList(
                        "select email from orders.shopper where tenant_id = :tenant and id = :id and erased_at is null",
                        mine().addValue("id", shopper),
                        String.class)
                .stream();
    }

    /** What an import had to say of their rows. */
    private int problemsOf(DataSubject subject) {
        var words = new HashSet<String>();
        if (subject.shopper() != null) {
            emails(subject.shopper()).forEach(words::add);
        }
        if (!subject.orders().isEmpty()) {
            words.addAll(jdbc.queryForList(
                    "select number from orders.customer_order where tenant_id = :tenant and id in (:ids)",
                    mine().addValue("ids", subject.orders()),
                    String.class));
        }
        return words.stream()
                .mapToInt(word -> jdbc.update("""
                        delete from orders.import_row_error where tenant_id = :tenant
                            and (lower(subject collate pg_c_utf8) = :word
                                or :word like '%@%' and position(:word in lower(message collate pg_c_utf8)) > 0)
                        """, mine().addValue("word", word.toLowerCase(Locale.ROOT))))
                .sum();
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
