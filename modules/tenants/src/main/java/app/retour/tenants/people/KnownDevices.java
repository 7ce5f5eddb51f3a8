package app.retour.tenants.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.tenants.secrets.Secrets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks of devices on which somebody signed in to an account. Failures are counted apart for each of them, so that strangers'
 * guesses shut nobody out where they work. A mark lets nobody in; it is signed and stored nowhere.
 */
@Component
public class KnownDevices {
    /** How long a device is known after a sign-in. */
    public static final Duration KNOWN_FOR = Duration.ofDays(180);

    private static final String PURPOSE = "known device";
    private static final int ID_BYTES = 16;
    private final Secrets secrets;
    private final Clock clock;

    KnownDevices(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The name under which a device keeps its mark of an account; of several accounts it keeps several. */
    public String nameFor(String email) {
        return "RETOUR_DEVICE_" + secrets.hash(PURPOSE, account(email)).substring(0, 12);
    }

    /** A mark for who has just signed in; with the id of the one that the device had, if it had one. */
    public String mark(String email, @Nullable String before) {
        var id = id(email, before).orElseGet(() -> text(Secrets.random(ID_BYTES)));
        var signed = id + "." + clock.instant().getEpochSecond();
        return signed + "." + signature(email, signed);
    }

    /** The device's id, if it was marked for this account, and not too long ago. */
    Optional<String> id(String email, @Nullable String mark) {
        var parts = mark == null ? new String[0] : mark.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        var isOurs = MessageDigest.isEqual(
                signature(email, parts[0] + "." + parts[1]).getBytes(UTF_8), parts[2].getBytes(UTF_8));
        var until = Instant.ofEpochSecond(Long.parseLong(parts[1])).plus(KNOWN_FOR);
        return isOurs && until.isAfter(clock.instant()) ? Optional.of(parts[0]) : Optional.empty();
    }

    private String signature(String email, String signed) {
        return text(secrets.signature(PURPOSE, (account(email) + "\n" + signed).getBytes(UTF_8)));
    }

    private static String account(String email) {
        return SignIns.account(email);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
