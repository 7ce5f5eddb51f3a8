package app.retour.tenants;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MerchantAccounts extends JpaRepository<MerchantAccount, UUID> {
    /** As it is stored: what this transaction changed is written first. */
    @Query("select a from MerchantAccount a where a.id = :id")
    Optional<MerchantAccount> stored(UUID id);
}
