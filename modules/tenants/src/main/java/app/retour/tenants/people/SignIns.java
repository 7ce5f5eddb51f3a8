package app.retour.tenants.people;

import app.retour.kernel.MailAddress;
import app.retour.kernel.TenantId;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Throttle;
import app.retour.tenants.tenancy.Directory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Signing in, and whether a session still holds. Needs no tenant bound. */
@Service
public class SignIns {
    private static final Throttle.Limit BY_ADDRESS = new Throttle.Limit("sign-in-address", 60, Duration.ofMinutes(5));
    private static final Throttle.Limit BY_DEVICE = new Throttle.Limit("sign-in-device", 10, Duration.ofMinutes(15));

    /** For all devices together that are not known. */
    static final Throttle.Limit BY_ACCOUNT = new Throttle.Limit("sign-in-account", 10, Duration.ofMinutes(15));

    private final Persons persons;
    private final Directory directory;
    private final Passwords passwords;
    private final SecondFactor factors;
    private final AccountEvents events;
    private final Throttle throttle;
    private final KnownDevices devices;
    private final JdbcClient jdbc;

    SignIns(
            Persons persons,
            Directory directory,
            Passwords passwords,
            SecondFactor factors,
            AccountEvents events,
            Throttle throttle,
            KnownDevices devices,
            JdbcClient jdbc) {
        this.persons = persons;
        this.directory = directory;
        this.passwords = passwords;
        this.factors = factors;
        this.events = events;
        this.throttle = throttle;
        this.devices = devices;
        this.jdbc = jdbc;
    }

    /** As {@link #attempt(String, String, String, String, String)}, from a device that is not known. */
    public SignIn attempt(String email, String password, @Nullable String code, String remoteAddress) {
        return attempt(email, password, code, remoteAddress, null);
    }

    /**
     * Counts failures only: by address, and by device where it is known, else by account.
     *
     * @param remoteAddress of the caller
     * @param mark that the device was given when somebody signed in on it, see {@link KnownDevices}
     */
    public SignIn attempt(
            String email, String password, @Nullable String code, String remoteAddress, @Nullable String mark) {
        var network = CallerNetwork.of(remoteAddress);
        if (!throttle.tryTake(BY_ADDRESS, network)) {
            return throttled(BY_ADDRESS);
        }
        var account = account(email);
        var device = devices.id(email, mark);
        var limit = device.isPresent() ? BY_DEVICE : BY_ACCOUNT;
        var key = device.map(id -> account + " " + id).orElse(account);
        if (!throttle.tryTake(limit, key)) {
            return throttled(limit);
        }
        var answer = answer(account, password, code);
        if (answer instanceof SignIn.SignedIn || answer instanceof SignIn.TotpRequired) {
            throttle.giveBack(BY_ADDRESS, network, 1);
            throttle.giveBack(limit, key, 1);
        }
        return answer;
    }

    private static SignIn throttled(Throttle.Limit limit) {
        return new SignIn.Throttled(limit.per().dividedBy(limit.tries()));
    }

    /** An address as it names an account, however it is typed. */
    static String account(String email) {
        return MailAddress.of(email)
                .map(MailAddress::envelope)
                .orElseGet(() -> email.strip().toLowerCase(Locale.ROOT));
    }

    private SignIn answer(String address, String password, @Nullable String code) {
        var known = persons.byEmail(address);
        if (!passwords.matches(password, known.map(PersonRecord::passwordHash).orElse(null)) || known.isEmpty()) {
            events.noteFailure(known.map(PersonRecord::id).orElse(null), "PASSWORD");
            return new SignIn.BadCredentials();
        }
        var person = known.get();
        var factor = SecondFactor.Kind.NONE;
        if (person.totpConfirmed()) {
            if (code == null || code.isBlank()) {
                return new SignIn.TotpRequired();
            }
            var proved = factors.prove(person, code);
            if (proved.isEmpty()) {
                events.noteFailure(person.id(), "CODE");
                return new SignIn.TotpWrong();
            }
            factor = proved.get();
        }
        if (passwords.isOutdated(person.passwordHash())) {
            persons.rehash(person.id(), person.passwordHash(), passwords.hash(password));
        }
        return signedIn(person, factor);
    }

    /** Of the epoch in which the password was compared: what was changed meanwhile ends this session too. */
    private SignIn signedIn(PersonRecord person, SecondFactor.Kind factor) {
        var home = home(person);
        if (home.isEmpty()) {
            return new SignIn.BadCredentials();
        }
        var there = home.get();
        events.noteAt(there.tenant(), person.id(), AccountEvents.SIGNED_IN, Map.of("secondFactor", factor.name()));
        return new SignIn.SignedIn(new StaffSession(there.person(), there.tenant(), there.role(), person.epoch()));
    }

    /** Puts on record that somebody signed out. */
    public void signedOut(UUID person, TenantId tenant) {
        events.noteAt(tenant, person, AccountEvents.SIGNED_OUT, Map.of());
    }

    /** What a person is at a tenant now; empty when they are no longer staff there. */
    public Optional<StaffSession> at(UUID person, TenantId tenant) {
        return jdbc.sql("select tenant_id, role, epoch from tenants.staff_door(?, ?)")
                .params(person, tenant.value())
                .query((row, _) ->
                        new StaffSession(person, tenant, StaffRole.valueOf(row.getString("role")), row.getInt("epoch")))
                .optional();
    }

    /** Goes on as staff of another merchant; empty when they are none there. */
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
