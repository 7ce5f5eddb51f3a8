package app.retour.orders.shoppers;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.orders.rows.Limits;
import java.util.ArrayList;
import java.util.List;

/** Every field of told shoppers, before anything is made of them. */
final class ShopperCheck {
    private ShopperCheck() {}

    /**
     * The addresses by which they are found again, in the order told.
     *
     * @throws app.retour.kernel.Refusal with the index first in its path
     */
    static List<MailAddress> addresses(List<ShopperUpsert> told) {
        var addresses = new ArrayList<MailAddress>();
        for (var i = 0; i < told.size(); i++) {
            var limits = Limits.of(i);
            check(told.get(i), limits);
            addresses.add(Proofs.email(told.get(i).email())
                    .orElseThrow(() -> limits.refusal(ErrorCode.INVALID, "This is nobody's e-mail address", "email")));
        }
        return addresses;
    }

    private static void check(ShopperUpsert told, Limits limits) {
        limits.text(told.name(), Limits.LONG_TEXT, "name");
        limits.text(told.phone(), Limits.LONG_TEXT, "phone");
        limits.text(told.locale(), 35, "locale");
        limits.texts(told.tags(), "tags");
        limits.whole(told.lifetimeOrders(), 0, Integer.MAX_VALUE, "lifetimeOrders");
        limits.amount(told.lifetimeSpend() == null ? null : told.lifetimeSpend().amount(), "lifetimeSpend");
    }
}
