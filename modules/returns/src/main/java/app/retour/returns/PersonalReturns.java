package app.retour.returns;

import static app.retour.privacy.PersonalTable.ofNoShopper;
import static app.retour.privacy.PersonalTable.ofShopper;

import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is kept of shoppers here: their words and photos, the team's words about them, and money, which stays. */
@Component
@Order(50)
class PersonalReturns implements PersonalData {
    private static final String THEIRS = "return_id in (:returns)";
    private static final String MONEY = "A record of money, kept as long as the law wants it";
    private static final String GONE = "'Erased with the shopper'";
    private static final String BY_PEOPLE = "in ('STAFF', 'INTEGRATOR', 'SHOPPER', 'WAREHOUSE')";

    /** Words of people; those of rules are about the goods. */
    private static final String WORDS =
            "case when %s " + BY_PEOPLE + " and %s is not null and %2$s <> '' then " + GONE + " else %2$s end";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                ofShopper("returns.return_authorization", "id in (:returns)")
                        .becomes("version", "version + 1")
                        .becomes("erased_at", "coalesce(erased_at, :now)")
                        .becomes("closed_because", "case when closed_because is null then null else " + GONE + " end")
                        .notPersonal("rma_number", "slip_code", "order_number", "currency", "tags", "team", "assignee"),
                ofShopper("returns.return_item", THEIRS)
                        .becomes("version", "version + 1")
                        .blanked("shopper_comment")
                        .becomes("photo_files", "'{}'::uuid[]")
                        .becomes("decision_reason", WORDS.formatted("decided_by", "decision_reason"))
                        .becomes("because", WORDS.formatted("decided_by", "because"))
                        .notPersonal("sku", "title", "variant_title", "resolution", "exchange_sku", "exchange_title")
                        .notPersonal("decision", "decided_by", "fee_kind", "fee_per", "return_shipping")
                        .notPersonal("refund_moment", "decision_reason_texts"),
                ofShopper("returns.item_judgement", THEIRS)
                        .becomes("because", WORDS.formatted("actor_kind", "because"))
                        .notPersonal("decision", "actor_kind", "actor_id"),
                ofShopper("returns.return_step", THEIRS)
                        .becomes("said", """
                                case when event in ('RefundFailed', 'RefundChanged', 'DiscrepancyOpened')
                                        or event = 'ItemsDecided' and actor_kind %s then %s else said end""".formatted(BY_PEOPLE, GONE))
                        .notPersonal("event", "actor_kind", "actor_id"),
                ofShopper("returns.evidence_request", THEIRS)
                        .becomes("version", "version + 1")
                        .blanked("message")
                        .notPersonal("items", "state"),
                ofShopper("returns.evidence", THEIRS)
                        .becomes("version", "version + 1")
                        .blanked("shopper_comment")
                        .becomes("photo_files", "'{}'::uuid[]"),
                ofShopper(
                                "returns.reverse_shipment",
                                "id in (select c.shipment_id from returns.reverse_shipment_item c"
                                        + " where c.tenant_id = :tenant and c.return_id in (:returns))")
                        .becomes("version", "version + 1")
                        .blanked("tracking_number")
                        .notPersonal("state", "carrier"),
                ofShopper("returns.receipt_line", inReceipts("receipt_id"))
                        .becomes("version", "version + 1")
                        .blanked("note")
                        .becomes("title", "case when unexpected then 'Unexpected item' else title end")
                        .notPersonal("sku", "variant_title", "grade", "disposition"),
                ofShopper("returns.receipt", THEIRS)
                        .becomes("version", "version + 1")
                        .becomes("code", """
                                (select a.rma_number from returns.return_authorization a
                                 where a.tenant_id = receipt.tenant_id and a.id = receipt.return_id)""")
                        .notPersonal("opened_by"),
                ofShopper("returns.discrepancy", THEIRS)
                        .becomes("version", "version + 1")
                        .becomes("said", GONE)
                        .becomes("settlement", "case when settlement is null then null else " + GONE + " end")
                        .notPersonal("kind"),
                ofShopper("returns.staff_task", THEIRS)
                        .becomes("version", "version + 1")
                        .becomes("said", "case when kind = 'SEND_REPLACEMENT' then said else " + GONE + " end")
                        .notPersonal("kind", "done_by")
                        .stays("What the shop knows a replacement by", "reference"),
                ofShopper("returns.refund", THEIRS)
                        .becomes("version", "version + 1")
                        .becomes("failure", "case when failure is null then null else " + GONE + " end")
                        .notPersonal("state", "currency", "units", "needs_person_because", "hold")
                        .stays(MONEY, "waterfall", "reference"),
                ofShopper("returns.fee", THEIRS).notPersonal("kind"),
                ofShopper("returns.refund_document", THEIRS)
                        .notPersonal("order_number", "rma_number", "currency", "tax_mode", "lines", "taxes"),
                ofNoShopper("returns.reason").notPersonal("code", "reason_group", "texts", "default_locale"),
                ofNoShopper("returns.return_settings")
                        .notPersonal("resolutions", "refund_outbound_shipping", "return_shipping"));
    }

    private static String inReceipts(String column) {
        return column
                + " in (select r.id from returns.receipt r where r.tenant_id = :tenant and r.return_id in (:returns))";
    }
}
