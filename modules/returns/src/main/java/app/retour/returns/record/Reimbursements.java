package app.retour.returns.record;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface Reimbursements extends JpaRepository<Reimbursement, UUID> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reimbursement r where r.id = :id")
    Optional<Reimbursement> hold(UUID id);

    /** Asked before anything is loaded, so that what is loaded later is what the lock protects. */
    @Query("select r.returnId from Reimbursement r where r.id = :id")
    Optional<UUID> returnOf(UUID id);

    @Query("select r from Reimbursement r where is_any_of(r.returnId, :returns) order by r.dueAt, r.id")
    List<Reimbursement> ofReturns(UUID... returns);

    default List<Reimbursement> ofReturns(Collection<UUID> returns) {
        return returns.isEmpty() ? List.of() : ofReturns(returns.toArray(UUID[]::new));
    }

    /** Returns of these orders with a refund that is not paid. */
    @Query(
            "select distinct r.returnId from Reimbursement r where is_any_of(r.orderId, :orders) and r.payment.state in ('DUE',"
                    + " 'FAILED')")
    List<UUID> openOfOrders(UUID... orders);

    /** The other returns of a return's order for which something is given back, or promised. */
    @Query(
            "select distinct r.returnId from Reimbursement r where r.returnId <> :returnId and r.payment.state <> 'CANCELED'"
                    + " and r.orderId = (select a.orderId from ReturnAuthorization a where a.id = :returnId)")
    List<UUID> returnsBeside(UUID returnId);

    @Query("select r from Reimbursement r where r.orderId = :order")
    List<Reimbursement> ofOrder(UUID order);
}
