package app.retour.tenants.people;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People over all tenants; plain SQL, since what Hibernate keeps belongs to a tenant. */
@Component
public class Persons {
    private final JdbcClient jdbc;

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PersonRecord> find(UUID id) {
        return jdbc.sql("select * from tenants.person where id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional();
    }

    PersonRecord get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no person " + id));
    }

    public Optional<PersonRecord> byEmail(String email) {
        return jdbc.sql("select * from tenants.person where email = ?")
                .param(email)
                .query((row, _) -> read(row))
                .optional();
    }

    List<PersonRecord> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from tenants.person where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    UUID add(String email, String name, String passwordHash) {
        var id = Ids.next();
        jdbc.sql("insert into tenants.person (id, email, name, password_hash) values (?, ?, ?, ?)")
                .params(id, email, name, passwordHash)
                .update();
        return id;
    }

    void rename(UUID id, String name) {
        jdbc.sql("update tenants.person set name = ? where id = ?")
                .params(name, id)
                .update();
    }

    /** @return the epoch that begins: sessions of an earlier one are over */
    int changePassword(UUID id, String passwordHash) {
        return jdbc.sql("update tenants.person set password_hash = ?, epoch = epoch + 1 where id = ? returning epoch")
                .params(passwordHash, id)
                .query(Integer.class)
                .single();
    }

    /** The same password in a better hash, unless it was changed meanwhile. */
    void rehash(UUID id, String before, String after) {
        jdbc.sql("update tenants.person set password_hash = ? where id = ? and password_hash = ?")
                .params(after, id, before)
                .update();
    }

    /** @return the epoch that begins: sessions of an earlier one are over */
    int endSessions(UUID id) {
        return jdbc.sql("update tenants.person set epoch = epoch + 1 where id = ? returning epoch")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** @return false when a seed is in force already */
    boolean startTotp(UUID id, byte[] sealedSeed) {
        return jdbc.sql("""
                                update tenants.person set totp_seed = ?, totp_last_step = 0
                                where id = ? and not totp_confirmed
                                """).params(sealedSeed, id).update() == 1;
    }

    /** Whoever changes the second factor of a person comes one after the other. */
    void lock(UUID id) {
        jdbc.sql("select id from tenants.person where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    void confirmTotp(UUID id) {
        jdbc.sql("update tenants.person set totp_confirmed = true where id = ?")
                .param(id)
                .update();
    }

    void removeTotp(UUID id) {
        jdbc.sql("update tenants.person set totp_seed = null, totp_confirmed = false where id = ?")
                .param(id)
                .update();
    }

    /**
     * One statement decides: of many at once with the same code, one gets it.
     *
     * @param sealedSeed that the code was compared with; another may have taken its place
     * @return false when a code of this step or a later one was used before
     */
    boolean useTotpStep(UUID id, byte[] sealedSeed, long step) {
        return jdbc.sql("""
                                update tenants.person set totp_last_step = ?
                                where id = ? and totp_seed = ? and totp_last_step < ?
                                """).params(step, id, sealedSeed, step).update() == 1;
    }

    void remember(UUID id, TenantId tenant) {
        jdbc.sql("update tenants.person set last_tenant = ? where id = ?")
                .params(tenant.value(), id)
                .update();
    }

    private static PersonRecord read(ResultSet row) throws SQLException {
        return new PersonRecord(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getInt("epoch"),
                row.getBytes("totp_seed"),
                row.getBoolean("totp_confirmed"),
                row.getObject("last_tenant", UUID.class));
    }
}
