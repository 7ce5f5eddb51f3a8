package app.retour.returns.record;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Units of an item that are said to be in a parcel; a parcel may hold items of several returns. */
@Entity
@Table(schema = "returns", name = "reverse_shipment_item")
public class ParcelItem extends TenantOwned {
    private UUID shipmentId;
    private UUID returnId;
    private UUID itemId;
    private int quantity;

    protected ParcelItem() {}

    public ParcelItem(UUID shipmentId, RequestedItem item) {
        this.shipmentId = shipmentId;
        returnId = item.returnId();
        itemId = item.id();
        quantity = item.quantity();
    }

    UUID shipmentId() {
        return shipmentId;
    }

    UUID returnId() {
        return returnId;
    }

    public UUID itemId() {
        return itemId;
    }

    int quantity() {
        return quantity;
    }
}
