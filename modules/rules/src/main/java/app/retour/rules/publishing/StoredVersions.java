package app.retour.rules.publishing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredVersions extends JpaRepository<StoredVersion, UUID> {
    Optional<StoredVersion> findFirstByOrderByNumberDesc();

    Optional<StoredVersion> findByNumber(int number);

    @Query("select p.id from StoredVersion p order by p.number desc limit 1")
    Optional<UUID> newest();

    Window<StoredVersion> findAllBy(ScrollPosition position, Limit limit, Sort sort);
}
