package app.retour.tenants;

import app.retour.kernel.MailAddress;
import app.retour.kernel.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Signing in, and whether a session still holds. Needs no tenant bound. */
@Service
public class SignIns {
    private static final Duration BY_ADDRESS = Duration.ofMinutes(5);
    private static final int TRIES_BY_ADDRESS = 60;
    private static final Duration BY_ACCOUNT = Duration.ofMinutes(15);
    private static final int TRIES_BY_ACCOUNT = 10;
    private final Persons persons;
    private final Directory directory;
    private final Passwords passwords;
    private final Totp totp;
    private final Throttle throttle;
    private final JdbcClient jdbc;

    SignIns(Persons persons, Directory directory, Passwords passwords, Totp totp, Throttle throttle, JdbcClient jdbc) {
        this.persons = persons;
        this.directory = directory;
        this.passwords = passwords;
        this.totp = totp;
        this.throttle = throttle;
        this.jdbc = jdbc;
    }

    /** @param remoteAddress of the caller, for throttling */
    public SignIn attempt(String email, String password, @Nullable String code, String remoteAddress) {
        if (!throttle.tryTake("sign-in-address", remoteAddress, TRIES_BY_ADDRESS, BY_ADDRESS)) {
            return new SignIn.Throttled(BY_ADDRESS.dividedBy(TRIES_BY_ADDRESS));
        }
        var address = MailAddress.of(email)
                .map(MailAddress::envelope)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
        if (!throttle.tryTake("sign-in-account", address, TRIES_BY_ACCOUNT, BY_ACCOUNT)) {
            return new SignIn.Throttled(BY_ACCOUNT.dividedBy(TRIES_BY_ACCOUNT));
        }
        var known = persons.byEmail(address);
        if (!passwords.matches(password, known.map(PersonRecord::passwordHash).orElse(null)) || known.isEmpty()) {
            return new SignIn.BadCredentials();
        }
        var person = known.get();
        var seed = person.totpSeed();
        if (person.totpConfirmed() && seed != null) {
            if (code == null || code.isBlank()) {
                return new SignIn.TotpRequired();
            }
            var step = totp.step(seed, code);
            if (step.isEmpty() || !persons.useTotpStep(person.id(), step.getAsLong())) {
                return new SignIn.TotpWrong();
            }
        }
        return home(person).<SignIn>map(SignIn.SignedIn::new).orElseGet(SignIn.BadCredentials::new);
    }

    /** What a person is at a tenant now; empty when she is no longer staff there. */
    public Optional<StaffSession> at(UUID person, TenantId tenant) {
        return jdbc.sql("select tenant_id, role, epoch from tenants.staff_door(?, ?)")
                .params(person, tenant.value())
                .query((row, _) ->
                        new StaffSession(person, tenant, StaffRole.valueOf(row.getString("role")), row.getInt("epoch")))
                .optional();
    }

    /** Goes on as staff of another merchant; empty when she is none there. */
    public Optional<StaffSession> switchTo(UUID person, TenantId tenant) {
        var session = at(person, tenant);
        session.ifPresent(_ -> persons.remember(person, tenant));
        return session;
    }

    private Optional<StaffSession> home(PersonRecord person) {
        var last = Optional.ofNullable(person.lastTenant()).flatMap(tenant -> at(person.id(), new TenantId(tenant)));
        return last.or(() -> directory.ofPerson(person.id()).stream()
                .flatMap(tenant -> at(person.id(), tenant).stream())
                .findFirst());
    }
}
