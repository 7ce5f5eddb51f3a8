package app.retour.tracking;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All parcels on their way back. */
interface Parcels extends JpaRepository<Parcel, UUID> {
    List<Parcel> findBySubjectOrderById(UUID subject);

    List<Parcel> findByNumberKeyOrderById(String numberKey);

    /** Locked in the order of their ids, so that two who lock several never wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Parcel p where p.numberKey = :numberKey order by p.id")
    List<Parcel> lockByNumberKey(String numberKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Parcel p where p.id = :id")
    Optional<Parcel> lockById(UUID id);
}
