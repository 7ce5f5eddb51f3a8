package app.retour.tenants.people;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The authenticator app of a person, and the codes on paper for when it is lost. Each change ends other sessions. */
@Service
public class SecondFactor {
    private final Persons persons;
    private final OwnPassword password;
    private final Totp totp;
    private final RecoveryCodes codes;
    private final AccountEvents events;
    private final TransactionTemplate transactions;

    SecondFactor(
            Persons persons,
            OwnPassword password,
            Totp totp,
            RecoveryCodes codes,
            AccountEvents events,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.password = password;
        this.totp = totp;
        this.codes = codes;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What somebody signed in with besides the password. */
    enum Kind {
        NONE,
        AUTHENTICATOR,
        RECOVERY_CODE
    }

    /**
     * An app that is in force now.
     *
     * @param epoch of sessions that go on; those of an earlier one are over
     * @param recoveryCodes shown now and never again
     */
    public record SwitchedOn(int epoch, List<String> recoveryCodes) {}

    /** A new seed, in force once {@link #confirm} proved it. @throws Refusal WRONG_STATE when one is in force */
    public TotpSecret start(UUID id, String currentPassword) {
        var person = password.prove(id, currentPassword);
        var seed = totp.newSeed(person.email());
        if (!persons.startTotp(id, seed.sealed())) {
            throw new Refusal(ErrorCode.WRONG_STATE, "An authenticator app is in use already; switch it off first");
        }
        return seed.shown();
    }

    /** @throws Refusal INVALID for a wrong or used code; WRONG_STATE before {@link #start}, or twice; THROTTLED */
    public SwitchedOn confirm(UUID id, String code) {
        password.takeCode(id);
        var done = inTransaction(() -> {
            persons.lock(id);
            var person = persons.get(id);
            if (person.totpConfirmed()) {
                throw new Refusal(ErrorCode.WRONG_STATE, "An authenticator app is in use already", "code");
            }
            requireSetUp(person);
            if (!isCodeOfApp(person, code)) {
                throw wrong();
            }
            persons.confirmTotp(id);
            events.note(id, AccountEvents.APP_ON);
            return new SwitchedOn(persons.endSessions(id), codes.renew(id));
        });
        password.codeWasRight(id);
        return done;
    }

    /**
     * Takes a code of the app or one of the paper.
     *
     * @return the epoch of sessions that go on
     * @throws Refusal INVALID for a wrong password or code; WRONG_STATE when none is in force; THROTTLED
     */
    public int disable(UUID id, String currentPassword, String code) {
        password.prove(id, currentPassword);
        password.takeCode(id);
        var done = inTransaction(() -> {
            persons.lock(id);
            var person = persons.get(id);
            requireSetUp(person);
            if (prove(person, code).isEmpty()) {
                throw wrong();
            }
            persons.removeTotp(id);
            codes.remove(id);
            events.note(id, AccountEvents.APP_OFF);
            return persons.endSessions(id);
        });
        password.codeWasRight(id);
        return done;
    }

    /** New ones in place of all before. @throws Refusal INVALID for a wrong password; WRONG_STATE without an app */
    public List<String> renewCodes(UUID id, String currentPassword) {
        password.prove(id, currentPassword);
        return inTransaction(() -> {
            persons.lock(id);
            if (!persons.get(id).totpConfirmed()) {
                throw new Refusal(
                        ErrorCode.WRONG_STATE, "Set up an authenticator app first; the codes stand in for it");
            }
            events.note(id, AccountEvents.CODES_RENEWED);
            return codes.renew(id);
        });
    }

    public int codesLeft(UUID id) {
        return codes.left(id);
    }

    /** Uses a code up, of the app or of the paper; empty for one that is wrong, too old, or used before. */
    Optional<Kind> prove(PersonRecord person, String code) {
        if (isCodeOfApp(person, code)) {
            return Optional.of(Kind.AUTHENTICATOR);
        }
        return codes.use(person.id(), code) ? Optional.of(Kind.RECOVERY_CODE) : Optional.empty();
    }

    private boolean isCodeOfApp(PersonRecord person, String code) {
        var seed = person.totpSeed();
        if (seed == null) {
            return false;
        }
        var step = totp.step(seed, code);
        return step.isPresent() && persons.useTotpStep(person.id(), seed, step.getAsLong());
    }

    private static void requireSetUp(PersonRecord person) {
        if (person.totpSeed() == null) {
            throw new Refusal(ErrorCode.WRONG_STATE, "No authenticator app is set up", "code");
        }
    }

    private static Refusal wrong() {
        return new Refusal(ErrorCode.INVALID, "This code is wrong or was used before; wait for the next one", "code");
    }

    private <T> T inTransaction(Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
