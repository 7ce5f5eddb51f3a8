package app.retour.tracking;

import static app.retour.privacy.PersonalTable.ofNoShopper;
import static app.retour.privacy.PersonalTable.ofShopper;

import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is kept of shoppers here: numbers that lead to them at a carrier, and what carriers wrote. */
@Component
@Order(30)
class PersonalParcels implements PersonalData {
    private static final String THEIRS = "select %s from tracking.reverse_shipment s where s.tenant_id = :tenant"
            + " and (s.subject in (:returns) or s.owner in (:orders))";

    /** A number told by mistake may be that of another shopper's parcel, which goes on by what its carrier wrote. */
    private static final String NO_OTHERS =
            " and number_key not in (select other.number_key from tracking.reverse_shipment other"
                    + " where other.tenant_id = :tenant and other.number_key is not null"
                    + " and not coalesce(other.subject in (:returns) or other.owner in (:orders), false))";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                // Before the parcels, which lead to them by their numbers.
                ofShopper("tracking.raw_event", "number_key in (" + THEIRS.formatted("s.number_key") + ")" + NO_OTHERS)
                        .goesWithRow("source", "event_id", "tracking_number", "number_key", "state", "body"),
                ofShopper("tracking.tracking_event", "shipment_id in (" + THEIRS.formatted("s.id") + ")")
                        // What was said of the parcel's number goes on counting for it, of a former one does not.
                        .becomes("number_key", """
                                case when number_key is null then null
                                    when number_key = (select s.number_key from tracking.reverse_shipment s
                                        where s.tenant_id = tracking_event.tenant_id and s.id = shipment_id)
                                    then 'erased ' || shipment_id else 'erased ' || id end""")
                        .blanked("description", "place")
                        .notPersonal("event_key", "source", "status", "told_status"),
                ofShopper("tracking.reverse_shipment", "subject in (:returns) or owner in (:orders)")
                        .becomes("version", "version + 1")
                        .blanked("tracking_number")
                        .becomes("erased_at", "coalesce(erased_at, :now)")
                        .becomes("number_key", "case when number_key is null then null else 'erased ' || id end")
                        .notPersonal("state", "carrier"),
                ofNoShopper("tracking.webhook_endpoint").notPersonal("source", "path", "sealed_secret"),
                ofNoShopper("tracking.refused_webhook").notPersonal("source", "reason"));
    }
}
