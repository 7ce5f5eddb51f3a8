package app.retour.tenants.people;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Emails;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Throttle;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.secrets.OneTimeTokens;
import app.retour.tenants.tenancy.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own matters: name, password, sessions, and where they are staff. */
@Service
public class People {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Persons persons;
    private final Directory directory;
    private final Passwords passwords;
    private final OwnPassword own;
    private final AccountEvents events;
    private final OneTimeTokens tokens;
    private final AccountMails mails;
    private final Throttle throttle;
    private final TransactionTemplate transactions;

    People(
            Persons persons,
            Directory directory,
            Passwords passwords,
            OwnPassword own,
            AccountEvents events,
            OneTimeTokens tokens,
            AccountMails mails,
            Throttle throttle,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.directory = directory;
        this.passwords = passwords;
        this.own = own;
        this.events = events;
        this.tokens = tokens;
        this.mails = mails;
        this.throttle = throttle;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @throws IllegalStateException when there is none; a signed-in caller always is one */
    public Person get(UUID id) {
        return persons.get(id).snapshot();
    }

    /** Every merchant for whom the person works. */
    public List<TenantId> tenantsOf(UUID person) {
        return directory.ofPerson(person);
    }

    public Person rename(UUID id, String name) {
        persons.rename(id, NewTenant.name(name, "name"));
        return get(id);
    }

    /**
     * Ends all sessions of earlier epochs.
     *
     * @return the epoch of sessions that go on
     * @throws Refusal INVALID for the present password or a weak new one; THROTTLED
     */
    public int changePassword(UUID id, String current, String password) {
        var person = own.prove(id, current);
        passwords.require(password, List.of(person.email(), person.name()));
        var hash = passwords.hash(password);
        return inTransaction(() -> {
            events.note(id, AccountEvents.PASSWORD_CHANGED);
            return changeTo(person, hash);
        });
    }

    /** @return the epoch of sessions that go on; those of an earlier one are over */
    public int endOtherSessions(UUID id) {
        return inTransaction(() -> {
            events.note(id, AccountEvents.SESSIONS_ENDED);
            return persons.endSessions(id);
        });
    }

    /** Puts on record that somebody ended one of their own sessions. */
    public void noteEndedSession(UUID id) {
        events.note(id, AccountEvents.SESSIONS_ENDED);
    }

    /** Sends a link when the address is known, in place of earlier ones. Never tells whether it is. @throws Refusal THROTTLED, INVALID */
    public void requestReset(String email, String remoteAddress) {
        var address = Emails.normal(email, "email");
        if (!throttle.tryTake("reset-address", CallerNetwork.of(remoteAddress), 20, HOUR)
                || !throttle.tryTake("reset-account", address, 5, HOUR)) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many requests; try again in an hour");
        }
        transactions.executeWithoutResult(_ -> persons.byEmail(address).ifPresent(person -> {
            tokens.withdraw(OneTimeTokens.Purpose.RESET, person.id());
            var token = tokens.issue(OneTimeTokens.Purpose.RESET, person.id(), null, HOUR);
            mails.queue(AccountMailText.RESET, person.email(), Map.of("token", token));
        }));
    }

    /**
     * Ends all their sessions, and forgets that somebody failed to sign in.
     *
     * @throws Refusal NOT_FOUND for a link used or too old; INVALID for a weak password
     */
    public void reset(String token, String password) {
        var person =
                persons.get(tokens.require(OneTimeTokens.Purpose.RESET, token).subject());
        passwords.require(password, List.of(person.email(), person.name()));
        var hash = passwords.hash(password);
        inTransaction(() -> {
            tokens.use(token);
            events.note(person.id(), AccountEvents.PASSWORD_RESET);
            return changeTo(person, hash);
        });
        throttle.forget(SignIns.BY_ACCOUNT, SignIns.account(person.email()));
    }

    private int changeTo(PersonRecord person, String hash) {
        tokens.withdraw(OneTimeTokens.Purpose.RESET, person.id());
        mails.queue(AccountMailText.PASSWORD_CHANGED, person.email(), Map.of());
        return persons.changePassword(person.id(), hash);
    }

    private <T> T inTransaction(Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
