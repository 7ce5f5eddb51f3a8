package app.retour.returns.status;

/** The groups as SQL conditions on {@code returns.return_authorization a}; the headline itself is derived in Java. */
public final class HeadlineGroups {
    private static final String OPEN = "a.closed_at is null";
    private static final String EXPECTED =
            "%s and i.decision = 'APPROVED' and not i.keep_item and i.received + i.missing < i.quantity";
    private static final String PARCEL = """
            exists (select from returns.reverse_shipment_item c join returns.reverse_shipment p
                    on p.tenant_id = c.tenant_id and p.id = c.shipment_id
                    where c.tenant_id = a.tenant_id and c.return_id = a.id and p.state %s)""";

    private HeadlineGroups() {}

    public static final String DECISION = """
            (select case
                when bool_or(i.decision = 'WAITING_FOR_SHOPPER') then 'WAITING_FOR_SHOPPER'
                when bool_or(i.decision = 'IN_REVIEW') then 'IN_REVIEW'
                when bool_or(i.decision = 'APPROVED') and bool_or(i.decision in ('REJECTED', 'EXPIRED')) then 'PARTLY_APPROVED'
                when bool_or(i.decision = 'APPROVED') then 'APPROVED'
                when bool_or(i.decision = 'REJECTED') then 'REJECTED'
                when bool_or(i.decision = 'EXPIRED') then 'EXPIRED'
                else 'CANCELED' end
             from returns.return_item i where i.tenant_id = a.tenant_id and i.return_id = a.id)""";

    public static String condition(HeadlineGroup group) {
        return switch (group) {
            case NEEDS_REVIEW -> OPEN + " and " + anyItem("%s and i.decision = 'IN_REVIEW'");
            case SHOPPERS_TURN -> OPEN + " and " + anyItem("%s and i.decision = 'WAITING_FOR_SHOPPER'");
            case PROBLEM ->
                "%s and (%s or (%s and %s))"
                        .formatted(
                                OPEN,
                                anyRefund("r.state = 'FAILED'"),
                                parcel("in ('LOST', 'EXCEPTION')"),
                                anyItem(EXPECTED));
            case APPROVED ->
                "%s and a.approved_at is not null and %s and not %s and not %s"
                        .formatted(
                                OPEN,
                                anyItem(EXPECTED),
                                anyItem("%s and i.received > 0"),
                                parcel("in ('IN_TRANSIT', 'DELIVERED', 'LOST', 'EXCEPTION')"));
            case ON_THE_WAY -> "%s and %s and %s".formatted(OPEN, parcel("= 'IN_TRANSIT'"), anyItem(EXPECTED));
            case AT_WAREHOUSE ->
                "%s and (%s or (%s and %s))"
                        .formatted(
                                OPEN,
                                anyItem("%s and i.received > i.accepted + i.refused"),
                                parcel("= 'DELIVERED'"),
                                anyItem(EXPECTED));
            case REFUND_DUE -> anyRefund("r.state in ('DUE', 'ISSUING', 'FAILED')");
            case DONE ->
                """
                (a.closed_at is not null or not (%s or %s or %s or %s))""".formatted(
                                anyItem("%s and i.decision in ('IN_REVIEW', 'WAITING_FOR_SHOPPER')"),
                                anyItem(EXPECTED),
                                anyItem("%s and i.decision = 'APPROVED' and i.received > i.accepted + i.refused"),
                                anyRefund("r.state in ('DUE', 'ISSUING', 'FAILED')")
                                        + " or exists (select from returns.staff_task t where t.tenant_id = a.tenant_id"
                                        + " and t.return_id = a.id and t.done_at is null)");
        };
    }

    private static String anyItem(String condition) {
        return "exists (select from returns.return_item i where "
                + condition.formatted("i.tenant_id = a.tenant_id and i.return_id = a.id") + ")";
    }

    private static String anyRefund(String condition) {
        return "exists (select from returns.refund r where r.tenant_id = a.tenant_id and r.return_id = a.id and "
                + condition + ")";
    }

    private static String parcel(String state) {
        return PARCEL.formatted(state);
    }
}
