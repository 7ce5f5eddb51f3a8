package app.retour.returns.settings;

import org.springframework.modulith.NamedInterface;

/** When a refund falls due; before RECEIPT it is an advance on approved quantities. */
@NamedInterface("settings")
public enum RefundMoment {
    APPROVAL,
    FIRST_SCAN,
    DELIVERY,
    RECEIPT,
    INSPECTION
}
