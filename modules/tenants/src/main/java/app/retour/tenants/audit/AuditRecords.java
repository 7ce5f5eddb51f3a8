package app.retour.tenants.audit;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface AuditRecords extends JpaRepository<AuditRecord, UUID>, JpaSpecificationExecutor<AuditRecord> {}
