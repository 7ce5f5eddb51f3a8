package app.retour.tracking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** All messages of carriers that are still kept. */
interface RawEvents extends JpaRepository<RawEvent, UUID>, JpaSpecificationExecutor<RawEvent> {
    List<RawEvent> findByNumberKeyAndStateInOrderById(String numberKey, Collection<CarrierMessageState> states);

    List<RawEvent> findBySourceOrderByReceivedAtDesc(String source, Limit limit);
}
