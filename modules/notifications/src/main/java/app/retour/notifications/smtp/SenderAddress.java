package app.retour.notifications.smtp;

import app.retour.kernel.MailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that all mail comes from; the merchant's name stands before it, their contact address is the reply-to. */
@Component
public class SenderAddress {
    private final String address;

    SenderAddress(@Value("${retour.mail.from:Retour <no-reply@retour.localhost>}") String from) {
        try {
            var written = new InternetAddress(from, true).getAddress();
            this.address = MailAddress.of(written).map(MailAddress::envelope).orElse(written);
        } catch (AddressException malformed) {
            throw new IllegalArgumentException("retour.mail.from is no e-mail address: " + from, malformed);
        }
    }

    String address() {
        return address;
    }

    /** Deterministic, so that a message handed over twice can be told for one. */
    public String messageId(java.util.UUID notification) {
        return "<%s@%s>".formatted(notification, address.substring(address.lastIndexOf('@') + 1));
    }
}
