package app.retour.orders.shoppers;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.MailAddress;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order can be proven with, in the forms in which it is compared; null: not known, or a placeholder. Every
 * comparison is made whatever the others came to, so that the time it takes tells nothing.
 */
public record OrderProofs(
        @Nullable String email,
        @Nullable String shippedTo,
        @Nullable String billedTo,
        @Nullable String shipPhone,
        @Nullable String billPhone) {
    /** As they stand in the order. */
    public static OrderProofs of(
            @Nullable String email,
            @Nullable String shippedTo,
            @Nullable String billedTo,
            @Nullable String shipPhone,
            @Nullable String billPhone) {
        return new OrderProofs(
                comparable(email),
                Proofs.postcode(shippedTo),
                Proofs.postcode(billedTo),
                Proofs.phone(shipPhone),
                Proofs.phone(billPhone));
    }

    /**
     * Whether somebody who brings these proves it. Who gives an e-mail is held to it.
     *
     * @param phone counts only where there is nothing better to prove it with
     */
    public boolean areMetBy(@Nullable String givenEmail, @Nullable String postcode, @Nullable String phone) {
        var byEmail = isSame(comparable(givenEmail), email);
        var shipped = isSame(Proofs.postcode(postcode), shippedTo);
        var billed = isSame(Proofs.postcode(postcode), billedTo);
        var called = Proofs.phone(phone);
        var byPhone = Proofs.isSamePhone(called, shipPhone) | Proofs.isSamePhone(called, billPhone);
        var nothingBetter = email == null & shippedTo == null & billedTo == null;
        return givenEmail != null && !givenEmail.isBlank() ? byEmail : shipped | billed | byPhone & nothingBetter;
    }

    /** All but the e-mail, in one text: another one where the order went somewhere else. */
    public String withoutEmail() {
        return "%s\n%s\n%s\n%s".formatted(shippedTo, billedTo, shipPhone, billPhone);
    }

    private static @Nullable String comparable(@Nullable String email) {
        return Proofs.email(email).map(MailAddress::text).orElse(null);
    }

    private static boolean isSame(@Nullable String given, @Nullable String known) {
        var same = MessageDigest.isEqual(
                Objects.requireNonNullElse(given, "").getBytes(UTF_8),
                Objects.requireNonNullElse(known, "").getBytes(UTF_8));
        return same & given != null & known != null;
    }
}
