package app.retour.tenants.tenancy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tenant a portal, an API client or a person belongs to, asked before a tenant is bound. */
@Component
public class Directory {
    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TenantId> bySlug(String slug) {
        return tenants("SLUG", slug).stream().findFirst();
    }

    public Optional<TenantId> byClient(String clientId) {
        return tenants("CLIENT", clientId).stream().findFirst();
    }

    public List<TenantId> ofPerson(UUID person) {
        return tenants("PERSON", person.toString());
    }

    /** A former slug goes on leading to its tenant, so that links in old mails work. */
    public void addSlug(String slug, TenantId tenant) {
        var known = bySlug(slug);
        if (known.isPresent()) {
            if (!known.get().equals(tenant)) {
                throw taken();
            }
            return;
        }
        try {
            add("SLUG", slug, tenant);
        } catch (DuplicateKeyException faster) {
            throw taken();
        }
    }

    public void addClient(String clientId, TenantId tenant) {
        add("CLIENT", clientId, tenant);
    }

    public void addPerson(UUID person, TenantId tenant) {
        add("PERSON", person.toString(), tenant);
    }

    public void removePerson(UUID person, TenantId tenant) {
        jdbc.sql("delete from tenants.directory where kind = 'PERSON' and key = ? and tenant_id = ?")
                .params(person.toString(), tenant.value())
                .update();
    }

    public static Refusal taken() {
        return new Refusal(ErrorCode.TAKEN, "This place is taken; choose another", "slug");
    }

    private void add(String kind, String key, TenantId tenant) {
        jdbc.sql("insert into tenants.directory (kind, key, tenant_id) values (?, ?, ?)")
                .params(kind, key, tenant.value())
                .update();
    }

    private List<TenantId> tenants(String kind, String key) {
        return jdbc.sql("select tenant_id from tenants.directory where kind = ? and key = ? order by tenant_id")
                .params(kind, key)
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }
}
