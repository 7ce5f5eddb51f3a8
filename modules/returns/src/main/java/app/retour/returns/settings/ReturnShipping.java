package app.retour.returns.settings;

import org.springframework.modulith.NamedInterface;

/** Who pays the way back. */
@NamedInterface("settings")
public enum ReturnShipping {
    MERCHANT,
    DEDUCTED,
    SHOPPER
}
