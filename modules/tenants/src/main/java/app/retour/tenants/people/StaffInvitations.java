package app.retour.tenants.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;

interface StaffInvitations extends JpaRepository<StaffInvitation, UUID> {
    Window<StaffInvitation> findByAcceptedAtIsNullAndRevokedAtIsNull(ScrollPosition position, Limit limit, Sort sort);

    List<StaffInvitation> findByEmailAndAcceptedAtIsNullAndRevokedAtIsNull(String email);

    long countByInvitedAtAfter(Instant instant);

    long countByAcceptedAtIsNullAndRevokedAtIsNull();
}
