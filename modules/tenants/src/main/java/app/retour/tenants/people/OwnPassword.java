package app.retour.tenants.people;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.Throttle;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Proves that who is signed in still knows the password, before anything about the account changes. */
@Component
class OwnPassword {
    private static final Throttle.Limit PASSWORD = new Throttle.Limit("own-password", 10, Duration.ofMinutes(15));
    private static final Throttle.Limit CODE = new Throttle.Limit("totp", 10, Duration.ofMinutes(15));
    private final Persons persons;
    private final Passwords passwords;
    private final Throttle throttle;

    OwnPassword(Persons persons, Passwords passwords, Throttle throttle) {
        this.persons = persons;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** @throws Refusal INVALID for a wrong password; THROTTLED */
    PersonRecord prove(UUID id, String password) {
        take(PASSWORD, id);
        var person = persons.get(id);
        if (!passwords.matches(password, person.passwordHash())) {
            throw new Refusal(ErrorCode.INVALID, "This is not your present password", "currentPassword");
        }
        throttle.giveBack(PASSWORD, id.toString(), 1);
        return person;
    }

    /** Before a code is compared; only those that fail count, see {@link #codeWasRight}. @throws Refusal THROTTLED */
    void takeCode(UUID id) {
        take(CODE, id);
    }

    void codeWasRight(UUID id) {
        throttle.giveBack(CODE, id.toString(), 1);
    }

    private void take(Throttle.Limit limit, UUID id) {
        if (!throttle.tryTake(limit, id.toString())) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries; try again in a quarter of an hour");
        }
    }
}
