package app.retour.returns.settings;

import org.springframework.modulith.NamedInterface;

/** What the shopper asks for. */
@NamedInterface("settings")
public enum Resolution {
    REFUND,
    EXCHANGE,
    STORE_CREDIT
}
