package app.retour.returns;

import app.retour.privacy.DataSubject;
import app.retour.privacy.DataSubjects;
import app.retour.privacy.ErasureObstacle;
import app.retour.privacy.ErasureStep;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.settings.Reason;
import app.retour.returns.status.HeadlineGroup;
import app.retour.returns.status.HeadlineGroups;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the returns of who is to be erased. While one of them is not over, the shop still has to judge, to receive, to pay
 * or to tell something, and could not: so it is for a person to say that it shall be so all the same.
 */
@Component
@Order(50)
class ReturnsOfSubjects implements DataSubjects, ErasureObstacle, ErasureStep {
    private static final int MOST_NAMED = 5;
    private final NamedParameterJdbcTemplate jdbc;
    private final OrderLocks locks;

    ReturnsOfSubjects(NamedParameterJdbcTemplate jdbc, OrderLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    @Override
    public DataSubject complete(DataSubject known) {
        return known.withReturns(
                known.orders().isEmpty()
                        ? List.of()
                        : jdbc.queryForList(
                                "select id from returns.return_authorization where tenant_id = :tenant and order_id in (:orders)",
                                mine().addValue("orders", known.orders()),
                                UUID.class));
    }

    @Override
    public void hold(DataSubject subject) {
        // Return, order, shopper, as whoever changes a return does.
        if (!subject.returns().isEmpty()) {
            jdbc.queryForList(
                    "select id from returns.return_authorization where tenant_id = :tenant and id in (:ids) order by id for update",
                    mine().addValue("ids", subject.returns()),
                    UUID.class);
        }
        subject.orders().stream().sorted().forEach(locks::hold);
        if (subject.shopper() != null) {
            locks.hold(subject.shopper());
        }
    }

    @Override
    public String name() {
        return "locks of orders";
    }

    /** Takes nothing away itself. */
    @Override
    public int erase(DataSubject subject) {
        locks.tellErased(subject.orders());
        return 0;
    }

    @Override
    public Optional<Reason> against(DataSubject subject) {
        if (subject.returns().isEmpty()) {
            return Optional.empty();
        }
        var open = jdbc.queryForList(
                "select a.rma_number from returns.return_authorization a where a.tenant_id = :tenant and a.id in (:ids) and not "
                        + HeadlineGroups.condition(HeadlineGroup.DONE) + " order by a.requested_at, a.id",
                mine().addValue("ids", subject.returns()),
                String.class);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var named = String.join(", ", open.subList(0, Math.min(MOST_NAMED, open.size())));
        return Optional.of(new Reason(
                Kind.OPEN_RETURN,
                "%s %s not over: what is due there could not be told or sent to anybody afterwards. Bring it to its end first, or erase all the same."
                        .formatted(
                                open.size() > MOST_NAMED
                                        ? named + " and " + (open.size() - MOST_NAMED) + " more"
                                        : named,
                                open.size() == 1 ? "is" : "are"),
                true));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
