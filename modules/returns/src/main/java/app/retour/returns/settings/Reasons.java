package app.retour.returns.settings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Reasons extends JpaRepository<Reason, UUID> {
    @Query("select r from Reason r order by r.position, r.code")
    List<Reason> inOrder();

    @Query("select r from Reason r where r.code = :code")
    Optional<Reason> byCode(String code);
}
