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
public interface ReturnAuthorizations extends JpaRepository<ReturnAuthorization, UUID> {
    /** Whoever changes a return holds it, so that two people never overwrite each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from ReturnAuthorization a where a.id = :id")
    Optional<ReturnAuthorization> hold(UUID id);

    @Query("select a.erasedAt is not null from ReturnAuthorization a where a.id = :id")
    Optional<Boolean> isErased(UUID id);

    @Query("select a from ReturnAuthorization a where is_any_of(a.id, :ids)")
    List<ReturnAuthorization> ofIds(UUID... ids);

    default List<ReturnAuthorization> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : ofIds(ids.toArray(UUID[]::new));
    }

    @Query("select a from ReturnAuthorization a where a.orderId = :orderId order by a.requestedAt desc, a.id desc")
    List<ReturnAuthorization> ofOrder(UUID orderId);

    @Query("select a.id from ReturnAuthorization a where a.shopperId = :shopper")
    List<UUID> idsOfShopper(UUID shopper);

    @Query("select a.id from ReturnAuthorization a where a.rmaNumber = upper(:rmaNumber)")
    Optional<UUID> byRma(String rmaNumber);

    @Query("select a.id from ReturnAuthorization a where a.slipCode = :slipCode")
    Optional<UUID> bySlip(String slipCode);

    @Query("""
            select a.id from ReturnAuthorization a where is_any_of(a.slipCode, :codes) or is_any_of(a.rmaNumber, :codes)
            order by a.id""")
    List<UUID> byCodes(String... codes);
}
