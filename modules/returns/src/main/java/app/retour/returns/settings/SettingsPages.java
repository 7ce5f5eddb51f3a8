package app.retour.returns.settings;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SettingsPages extends JpaRepository<SettingsPage, UUID> {
    @Query("select s from SettingsPage s")
    Optional<SettingsPage> page();
}
