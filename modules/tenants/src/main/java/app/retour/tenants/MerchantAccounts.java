package app.retour.tenants;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface MerchantAccounts extends JpaRepository<MerchantAccount, UUID> {}
