package app.retour.returns.lists;

import app.retour.returns.receiving.Receiving;
import app.retour.returns.status.ReceiptId;
import app.retour.returns.view.Receipt;
import java.util.List;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies in the warehouse half done, by keyset, oldest first. */
@Service
@Transactional(readOnly = true)
public class ReceiptLists {
    private static final String LINES =
            " and exists (select from returns.receipt_line l where l.tenant_id = receipt.tenant_id"
                    + " and l.receipt_id = receipt.id and ";
    private static final String COUNTED = LINES + "l.received > 0)";
    private static final String UNGRADED = LINES + "l.item_id is not null and l.received > l.accepted + l.refused)";
    private final JdbcClient jdbc;
    private final Receiving receiving;

    ReceiptLists(JdbcClient jdbc, Receiving receiving) {
        this.jdbc = jdbc;
        this.receiving = receiving;
    }

    /** Receipts that somebody counts into and nobody has closed; one that was only opened is not there for anybody. */
    public Window<Receipt> open(ScrollPosition position, int limit) {
        return list("closed_at is null" + COUNTED, "opened_at", position, limit);
    }

    /** Closed receipts with announced units that have no grade yet. */
    public Window<Receipt> toInspect(ScrollPosition position, int limit) {
        return list("closed_at is not null" + UNGRADED, "closed_at", position, limit);
    }

    private Window<Receipt> list(String which, String by, ScrollPosition position, int limit) {
        var query = KeysetPage.oldestFirst(
                jdbc,
                "select id, %s as at, 0 as rank from returns.receipt where tenant_id = :tenant and %s"
                        .formatted(by, which),
                by,
                position,
                limit);
        return KeysetPage.of(KeysetPage.places(query), limit, this::load);
    }

    private List<Receipt> load(List<KeysetPage.Place> page) {
        return page.stream()
                .map(place -> receiving.find(new ReceiptId(place.id())).orElseThrow())
                .toList();
    }
}
