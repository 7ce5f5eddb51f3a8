package app.retour.returns.goods;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The stored ones; within this module alone. */
public interface CountedLines extends JpaRepository<CountedLine, UUID> {
    @Query("select l from CountedLine l where is_any_of(l.receiptId, :receipts) order by l.receiptId, l.place")
    List<CountedLine> ofReceipts(UUID... receipts);

    default List<CountedLine> ofReceipts(Collection<UUID> receipts) {
        return receipts.isEmpty() ? List.of() : ofReceipts(receipts.toArray(UUID[]::new));
    }
}
