package app.retour.tenants.people;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.audit.AuditSearch;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Merchants and people made by the ways that everybody takes; mails are read from the queue. */
@Component
public class AccountFixtures {
    public static final String PASSWORD = "correct horse battery staple 7";
    private final SignUps signUps;
    private final Invitations invitations;
    private final Persons persons;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Audit audit;

    AccountFixtures(
            SignUps signUps,
            Invitations invitations,
            Persons persons,
            JdbcClient jdbc,
            Secrets secrets,
            JsonMapper json,
            Audit audit) {
        this.signUps = signUps;
        this.invitations = invitations;
        this.persons = persons;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.audit = audit;
    }

    public record Owner(TenantId tenant, UUID person, String email) {}

    public static String anEmail() {
        return "p" + Ids.next() + "@shop.example";
    }

    public static NewTenant aBusiness() {
        return NewTenant.of("Shoe House", "shop-" + Ids.next().toString().substring(24), "EUR", "Europe/Berlin", "de");
    }

    public Owner anOwner() {
        var email = anEmail();
        signUps.signUp(aBusiness(), email, "Olga Owner", PASSWORD, email);
        var tenant = signUps.confirm(tokenFor(email));
        return new Owner(tenant, persons.byEmail(email).orElseThrow().id(), email);
    }

    public UUID aMember(Owner owner, StaffRole role) {
        var email = anEmail();
        as(owner, () -> invitations.invite(email, role));
        invitations.accept(tokenFor(email), "Mia Member", PASSWORD, email);
        return persons.byEmail(email).orElseThrow().id();
    }

    public <T> T as(Owner owner, Supplier<T> action) {
        return TenantContext.callAs(
                owner.tenant,
                () -> Caller.staff(owner.tenant, owner.person, StaffRole.OWNER.scopes())
                        .call(action));
    }

    /** What was done at their merchant, newest first. */
    public List<AuditEntry> onRecord(Owner owner, String action) {
        var search = new AuditSearch(action, null, null, null);
        return TenantContext.callAs(owner.tenant, () -> audit.list(search, ScrollPosition.keyset(), 50))
                .getContent();
    }

    public String tokenFor(String email) {
        return lastMail(email).values().getOrDefault("token", "");
    }

    public int mailsTo(String email) {
        return jdbc.sql("select count(*) from tenants.account_mail where recipient = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    public Mail lastMail(String email) {
        return jdbc.sql("select kind, sealed from tenants.account_mail where recipient = ? order by id desc limit 1")
                .param(email)
                .query((row, _) -> new Mail(
                        AccountMailText.valueOf(row.getString(1)),
                        json.readValue(
                                secrets.open(AccountMails.PURPOSE, row.getBytes(2)),
                                new TypeReference<Map<String, String>>() {})))
                .single();
    }

    public record Mail(AccountMailText text, Map<String, String> values) {}
}
