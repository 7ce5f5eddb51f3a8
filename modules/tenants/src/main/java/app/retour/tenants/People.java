package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own matters: name, password, second factor, and where she is staff. */
@Service
public class People {
    private static final Throttle.Limit OWN_PASSWORD = new Throttle.Limit("own-password", 10, Duration.ofMinutes(15));
    private static final Throttle.Limit OWN_CODE = new Throttle.Limit("totp", 10, Duration.ofMinutes(15));
    private static final Duration HOUR = Duration.ofHours(1);
    private final Persons persons;
    private final Directory directory;
    private final Passwords passwords;
    private final Totp totp;
    private final OneTimeTokens tokens;
    private final AccountMails mails;
    private final Throttle throttle;
    private final TransactionTemplate transactions;

    People(
            Persons persons,
            Directory directory,
            Passwords passwords,
            Totp totp,
            OneTimeTokens tokens,
            AccountMails mails,
            Throttle throttle,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.directory = directory;
        this.passwords = passwords;
        this.totp = totp;
        this.tokens = tokens;
        this.mails = mails;
        this.throttle = throttle;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @throws IllegalStateException when there is none; a signed-in caller always is one */
    public Person get(UUID id) {
        return record(id).snapshot();
    }

    /** Every merchant for whom the person works. */
    public List<TenantId> tenantsOf(UUID person) {
        return directory.ofPerson(person);
    }

    public Person rename(UUID id, String name) {
        persons.rename(id, NewTenant.name(name, "name"));
        return get(id);
    }

    /** Ends all her sessions. @throws Refusal INVALID for the present password or a weak new one; THROTTLED */
    public void changePassword(UUID id, String current, String password) {
        var person = proved(id, current);
        passwords.require(password, List.of(person.email(), person.name()));
        change(person, password);
    }

    /** Sends a link when the address is known. Never tells whether it is. @throws Refusal THROTTLED, INVALID */
    public void requestReset(String email, String remoteAddress) {
        var address = Emails.normal(email, "email");
        if (!throttle.tryTake("reset-address", CallerNetwork.of(remoteAddress), 20, HOUR)
                || !throttle.tryTake("reset-account", address, 5, HOUR)) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many requests; try again in an hour");
        }
        inTransaction(() -> persons.byEmail(address).ifPresent(person -> {
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
        var person = record(tokens.require(OneTimeTokens.Purpose.RESET, token).subject());
        passwords.require(password, List.of(person.email(), person.name()));
        var hash = passwords.hash(password);
        inTransaction(() -> {
            tokens.use(token);
            changeTo(person, hash);
        });
        throttle.forget(SignIns.BY_ACCOUNT, SignIns.account(person.email()));
    }

    /** A new seed, in force once {@link #confirmTotp} proved it. @throws Refusal WRONG_STATE when one is in force */
    public TotpSecret startTotp(UUID id, String current) {
        var person = proved(id, current);
        if (person.totpConfirmed()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "An authenticator app is in use already; switch it off first");
        }
        var seed = totp.newSeed(person.email());
        persons.startTotp(id, seed.sealed());
        return seed.shown();
    }

    /** @throws Refusal INVALID for a wrong or used code; WRONG_STATE before {@link #startTotp}; THROTTLED */
    public Person confirmTotp(UUID id, String code) {
        usingCode(id, code, person -> persons.confirmTotp(person.id()));
        return get(id);
    }

    /** @throws Refusal INVALID for a wrong password or code; WRONG_STATE when none is in force; THROTTLED */
    public Person disableTotp(UUID id, String current, String code) {
        proved(id, current);
        usingCode(id, code, person -> persons.removeTotp(person.id()));
        return get(id);
    }

    private void usingCode(UUID id, String code, Consumer<PersonRecord> then) {
        take(OWN_CODE, id);
        var person = record(id);
        var seed = person.totpSeed();
        if (seed == null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "No authenticator app is set up", "code");
        }
        inTransaction(() -> {
            var step = totp.step(seed, code);
            if (step.isEmpty() || !persons.useTotpStep(id, step.getAsLong())) {
                throw new Refusal(
                        ErrorCode.INVALID, "This code is wrong or was used before; wait for the next one", "code");
            }
            then.accept(person);
        });
        throttle.giveBack(OWN_CODE, id.toString(), 1);
    }

    private PersonRecord proved(UUID id, String password) {
        take(OWN_PASSWORD, id);
        var person = record(id);
        if (!passwords.matches(password, person.passwordHash())) {
            throw new Refusal(ErrorCode.INVALID, "This is not your present password", "currentPassword");
        }
        throttle.giveBack(OWN_PASSWORD, id.toString(), 1);
        return person;
    }

    /** Only those that fail count: what succeeds is given back. */
    private void take(Throttle.Limit limit, UUID id) {
        if (!throttle.tryTake(limit, id.toString())) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries; try again in a quarter of an hour");
        }
    }

    private void change(PersonRecord person, String password) {
        var hash = passwords.hash(password);
        inTransaction(() -> changeTo(person, hash));
    }

    private void changeTo(PersonRecord person, String hash) {
        persons.changePassword(person.id(), hash);
        tokens.withdraw(OneTimeTokens.Purpose.RESET, person.id());
        mails.queue(AccountMailText.PASSWORD_CHANGED, person.email(), Map.of());
    }

    private PersonRecord record(UUID id) {
        return persons.find(id).orElseThrow(() -> new IllegalStateException("There is no person " + id));
    }

    private void inTransaction(Runnable action) {
        transactions.executeWithoutResult(_ -> action.run());
    }
}
