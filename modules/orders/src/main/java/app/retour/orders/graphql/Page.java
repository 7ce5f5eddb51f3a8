package app.retour.orders.graphql;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.graphql.data.query.ScrollSubrange;

/** Which part of a list is asked for; 20 when nothing is said, 100 at most. */
record Page(ScrollPosition position, int limit) {
    static Page of(ScrollSubrange asked) {
        return new Page(
                asked.position().orElseGet(ScrollPosition::keyset),
                Math.clamp(asked.count().orElse(20), 1, 100));
    }
}
