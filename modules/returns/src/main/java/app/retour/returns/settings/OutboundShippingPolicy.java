package app.retour.returns.settings;

/** When the outbound shipping is given back, once per order. */
public enum OutboundShippingPolicy {
    NEVER,
    FULL_RETURN,
    DEFECT,
    ALWAYS
}
