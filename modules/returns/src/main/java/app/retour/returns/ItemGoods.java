package app.retour.returns;

import jakarta.persistence.Embeddable;

/**
 * Units of one item at the warehouse. Accepted and refused are parts of the received.
 *
 * @param exchanged replacements sent
 */
@Embeddable
record ItemGoods(int received, int accepted, int refused, int missing, int exchanged) {
    static final ItemGoods NONE = new ItemGoods(0, 0, 0, 0, 0);

    ItemGoods receive(int units) {
        return new ItemGoods(received + units, accepted, refused, missing, exchanged);
    }

    ItemGoods inspect(int moreAccepted, int moreRefused) {
        return new ItemGoods(received, accepted + moreAccepted, refused + moreRefused, missing, exchanged);
    }

    ItemGoods miss(int units) {
        return new ItemGoods(received, accepted, refused, units, exchanged);
    }

    ItemGoods exchange(int units) {
        return new ItemGoods(received, accepted, refused, missing, exchanged + units);
    }

    int inspected() {
        return accepted + refused;
    }
}
