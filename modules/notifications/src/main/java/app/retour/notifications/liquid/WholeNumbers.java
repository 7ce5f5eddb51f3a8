package app.retour.notifications.liquid;

import java.math.BigInteger;
import java.util.AbstractList;

/** A range: a list that nobody has to hold. */
final class WholeNumbers extends AbstractList<Object> {
    private final long from;
    private final long to;

    WholeNumbers(long from, long to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Object get(int index) {
        return BigInteger.valueOf(from + index);
    }

    @Override
    public int size() {
        return to < from ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.subtractExact(to, from) + 1);
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
