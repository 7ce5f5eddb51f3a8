package app.retour.mail;

import app.retour.kernel.MailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address that all mail comes from. A merchant's name stands before it in their messages, and their contact address is the
 * reply-to; Retour's own name in mails about accounts.
 */
@Component
public class SenderAddress {
    private final String address;
    private final @Nullable String name;

    /** @param from an address, with a name before it or without */
    public SenderAddress(@Value("${retour.mail.from:Retour <no-reply@retour.localhost>}") String from) {
        try {
            var written = new InternetAddress(from, true);
            this.address = MailAddress.of(written.getAddress())
                    .map(MailAddress::envelope)
                    .orElse(written.getAddress());
            this.name = written.getPersonal();
        } catch (AddressException malformed) {
            throw new IllegalArgumentException("retour.mail.from is no e-mail address: " + from, malformed);
        }
    }

    public String address() {
        return address;
    }

    /** Of the house; null where none is configured. */
    public @Nullable String name() {
        return name;
    }

    /** Deterministic, so that a message handed over twice can be told for one. */
    public String messageId(UUID mail) {
        return "<%s@%s>".formatted(mail, address.substring(address.lastIndexOf('@') + 1));
    }
}
