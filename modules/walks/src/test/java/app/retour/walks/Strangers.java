package app.retour.walks;

import app.retour.files.Files;
import app.retour.tenants.Tenants;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two merchants, and at the first of them three orders of two shoppers. Made once for a started application.
 *
 * @param open their order whose return is still looked at
 * @param ended another order of theirs, whose return went all the way
 * @param alsoTheirs a third of theirs, strange to a session of the first
 * @param neighbours an order of another shopper
 * @param other the other merchant, with an order of their own
 * @param others that order
 */
record Strangers(
        World own,
        ReturnStory open,
        ReturnStory ended,
        ReturnStory alsoTheirs,
        ReturnStory neighbours,
        World other,
        ReturnStory others) {
    private static final Map<Integer, Strangers> KNOWN = new ConcurrentHashMap<>();

    static Strangers of(int port, Tenants tenants, Files files) {
        return KNOWN.computeIfAbsent(port, _ -> made(port, tenants, files));
    }

    private static Strangers made(int port, Tenants tenants, Files files) {
        var own = World.of(port, tenants, files);
        var shopper = own.scene.canary;
        var open = new ReturnStory(own, shopper).untilReview();
        var ended = new ReturnStory(own, shopper).untilTheEnd();
        var alsoTheirs = new ReturnStory(own, shopper).untilTheEnd();
        var neighbours = new ReturnStory(own, Scene.fresh().canary).untilTheEnd();
        var other = World.of(port, tenants, files);
        var others = new ReturnStory(other, other.scene.canary).untilTheEnd();
        own.rest();
        other.rest();
        return new Strangers(own, open, ended, alsoTheirs, neighbours, other.with(others), others);
    }

    /** What may still be changed stands in the open story, the rest in the one that ended. */
    Scene ownThings() {
        return open.scene.with(ended.scene.with(own.scene));
    }
}
