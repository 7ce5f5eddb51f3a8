package app.retour.tenants.people;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Emails;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.secrets.OneTimeTokens;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an account comes to be: asked for, then confirmed by mail. Until then there is no tenant and no person, only a
 * request that keeps the slug; a request for a known address looks the same from outside.
 */
@Service
public class SignUps {
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    private final Persons persons;
    private final Directory directory;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final AccountMails mails;
    private final Tenants tenants;
    private final Staff staff;
    private final Throttle throttle;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transactions;

    SignUps(
            Persons persons,
            Directory directory,
            Passwords passwords,
            OneTimeTokens tokens,
            AccountMails mails,
            Tenants tenants,
            Staff staff,
            Throttle throttle,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.directory = directory;
        this.passwords = passwords;
        this.tokens = tokens;
        this.mails = mails;
        this.tenants = tenants;
        this.staff = staff;
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record Business(String name, String currency, String timeZone, String locale) {}

    private record Asked(UUID id, String email, String name, String passwordHash, String slug, String business) {}

    /** @throws Refusal naming the field; TAKEN for a slug; THROTTLED. Never tells whether the address is known. */
    public void signUp(NewTenant business, String email, String name, String password, String remoteAddress) {
        var address = Emails.normal(email, "email");
        var called = NewTenant.name(name, "name");
        passwords.require(password, List.of(address, called, business.name(), business.slug()));
        if (!throttle.tryTake("sign-up-address", CallerNetwork.of(remoteAddress), 60, HOUR)
                || !throttle.tryTake("sign-up-account", address, 5, HOUR)) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many sign-ups from here; try again in an hour");
        }
        var hash = passwords.hash(password);
        transactions.executeWithoutResult(_ -> {
            keepSlug(business.slug(), address);
            withdrawEarlier(address);
            var id = Ids.next();
            jdbc.sql("""
                            insert into tenants.sign_up (id, email, name, password_hash, slug, business, expires_at)
                            values (?, ?, ?, ?, ?, ?::jsonb, ?)
                            """)
                    .params(
                            id,
                            address,
                            called,
                            hash,
                            business.slug(),
                            json.writeValueAsString(new Business(
                                    business.name(),
                                    business.currency().getCurrencyCode(),
                                    business.zone().getId(),
                                    business.locale().toLanguageTag())),
                            Timestamp.from(clock.instant().plus(LIFETIME)))
                    .update();
            var token = tokens.issue(OneTimeTokens.Purpose.CONFIRM, id, null, LIFETIME);
            if (persons.byEmail(address).isPresent()) {
                mails.queue(AccountMailText.ALREADY_KNOWN, address, Map.of());
            } else {
                mails.queue(AccountMailText.CONFIRM, address, Map.of("token", token));
            }
        });
    }

    /**
     * Opens an account whose owner is known to the operator: no mail, no confirmation. For demonstrations and tests.
     *
     * @throws Refusal as {@link #signUp}; TAKEN also for an address that is known
     */
    public Opened open(NewTenant business, String email, String name, String password) {
        var address = Emails.normal(email, "email");
        passwords.require(password, List.of(address, name, business.name(), business.slug()));
        if (persons.byEmail(address).isPresent()) {
            throw new Refusal(ErrorCode.TAKEN, "This address has an account already", "email");
        }
        var hash = passwords.hash(password);
        var tenant = new TenantId(Ids.next());
        return TenantContext.callAs(
                tenant,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    tenants.open(tenant, business);
                    var person = persons.add(address, NewTenant.name(name, "name"), hash);
                    staff.join(person, tenant, StaffRole.OWNER);
                    return new Opened(tenant, person);
                })));
    }

    /** A new account and its owner. */
    public record Opened(TenantId tenant, UUID owner) {}

    /** @throws Refusal when the link is used up or too old, or the address was confirmed by another link */
    public TenantId confirm(String token) {
        var held = tokens.require(OneTimeTokens.Purpose.CONFIRM, token);
        var tenant = new TenantId(Ids.next());
        return TenantContext.callAs(
                tenant,
                () -> Objects.requireNonNull(transactions.execute(_ -> {
                    tokens.use(token);
                    var asked = taken(held.subject());
                    if (persons.byEmail(asked.email).isPresent()) {
                        throw new Refusal(ErrorCode.WRONG_STATE, "This address is confirmed already; sign in", "token");
                    }
                    var business = json.readValue(asked.business, Business.class);
                    tenants.open(
                            tenant,
                            NewTenant.of(
                                    business.name, asked.slug, business.currency, business.timeZone, business.locale));
                    staff.join(persons.add(asked.email, asked.name, asked.passwordHash), tenant, StaffRole.OWNER);
                    return tenant;
                })));
    }

    /** Forgets requests that nobody confirmed. */
    void clean() {
        jdbc.sql("delete from tenants.sign_up where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** The same address may ask again, for example when the first mail was lost. */
    private void keepSlug(String slug, String email) {
        var kept = jdbc.sql("select count(*) from tenants.sign_up where slug = ? and email <> ? and expires_at > ?")
                        .params(slug, email, Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
        if (kept || directory.bySlug(slug).isPresent()) {
            throw Directory.taken();
        }
    }

    /** A newer link ends older ones, and with them what somebody else asked for in the name of this address. */
    private void withdrawEarlier(String email) {
        jdbc.sql("delete from tenants.sign_up where email = ? returning id")
                .param(email)
                .query(UUID.class)
                .list()
                .forEach(earlier -> tokens.withdraw(OneTimeTokens.Purpose.CONFIRM, earlier));
    }

    private Asked taken(UUID id) {
        return jdbc.sql("delete from tenants.sign_up where id = ? returning *")
                .param(id)
                .query((row, _) -> new Asked(
                        id,
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getString("slug"),
                        row.getString("business")))
                .optional()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "This link is too old; sign up again", "token"));
    }
}
