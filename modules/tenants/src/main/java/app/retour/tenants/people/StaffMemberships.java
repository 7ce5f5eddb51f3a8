package app.retour.tenants.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface StaffMemberships extends JpaRepository<StaffMembership, UUID> {
    Window<StaffMembership> findAllBy(ScrollPosition position, Limit limit, Sort sort);

    Optional<StaffMembership> findByPersonId(UUID person);

    /** Locked, so that two owners never remove each other at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<StaffMembership> findByRole(StaffRole role);
}
