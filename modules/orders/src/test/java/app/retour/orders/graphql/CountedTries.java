package app.retour.orders.graphql;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.tenants.Throttle;
import java.util.LinkedHashMap;
import java.util.Map;

/** A throttle that counts in memory, and tries that never come back by themselves. */
final class CountedTries {
    final Throttle throttle = mock(Throttle.class);
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    CountedTries() {
        when(throttle.tryTake(any(Throttle.Limit.class), anyString())).thenAnswer(asked -> {
            Throttle.Limit limit = asked.getArgument(0);
            return take(limit.bucket(), limit.tries());
        });
        when(throttle.tryTake(anyString(), anyString(), anyInt(), any()))
                .thenAnswer(asked -> take(asked.getArgument(0), asked.getArgument(2)));
        doAnswer(asked -> {
                    Throttle.Limit limit = asked.getArgument(0);
                    return taken.merge(limit.bucket(), -asked.<Integer>getArgument(2), Integer::sum);
                })
                .when(throttle)
                .giveBack(any(), anyString(), anyInt());
    }

    private boolean take(String bucket, int tries) {
        return taken.merge(bucket, 1, Integer::sum) <= tries;
    }

    void useUp(String bucket) {
        taken.put(bucket, 1_000_000);
    }

    /** How many of each are gone, those that were touched at all. */
    Map<String, Integer> taken() {
        return taken;
    }
}
