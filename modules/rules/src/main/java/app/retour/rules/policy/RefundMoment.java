package app.retour.rules.policy;

/** When a refund falls due; before RECEIPT it is an advance on approved quantities. */
public enum RefundMoment {
    APPROVAL,
    FIRST_SCAN,
    DELIVERY,
    RECEIPT,
    INSPECTION
}
