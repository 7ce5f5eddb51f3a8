package app.retour.returns.record;

import jakarta.persistence.Embeddable;

/**
 * Units of one item at the warehouse. Accepted and refused are parts of the received.
 *
 * @param exchanged replacements sent
 * @param sentBack refused units that went back to the shopper
 */
@Embeddable
public record ItemGoods(int received, int accepted, int refused, int missing, int exchanged, int sentBack) {
    static final ItemGoods NONE = new ItemGoods(0, 0, 0, 0, 0, 0);

    /** What comes late is missing no more. */
    public ItemGoods receive(int units, int announced) {
        var now = received + units;
        return new ItemGoods(now, accepted, refused, Math.clamp(announced - now, 0, missing), exchanged, sentBack);
    }

    public ItemGoods inspect(int moreAccepted, int moreRefused, int moreSentBack) {
        return new ItemGoods(
                received, accepted + moreAccepted, refused + moreRefused, missing, exchanged, sentBack + moreSentBack);
    }

    public ItemGoods miss(int units) {
        return new ItemGoods(received, accepted, refused, units, exchanged, sentBack);
    }

    public ItemGoods exchange(int units) {
        return new ItemGoods(received, accepted, refused, missing, exchanged + units, sentBack);
    }

    public int inspected() {
        return accepted + refused;
    }

    /** Units that came and were not refused. */
    public int arrived() {
        return received - refused;
    }
}
