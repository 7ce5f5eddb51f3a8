package app.retour.tenants.people;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.tenants.Throttle;
import java.util.HashMap;
import java.util.Map;

/** A throttle that counts in memory, and tries that never come back by themselves. */
final class CountedTries {
    final Throttle throttle = mock(Throttle.class);
    private final Map<String, Integer> taken = new HashMap<>();

    CountedTries() {
        when(throttle.tryTake(any(Throttle.Limit.class), anyString())).thenAnswer(asked -> {
            Throttle.Limit limit = asked.getArgument(0);
            return take(limit.bucket(), asked.getArgument(1), limit.tries());
        });
        when(throttle.tryTake(anyString(), anyString(), anyInt(), any()))
                .thenAnswer(asked -> take(asked.getArgument(0), asked.getArgument(1), asked.getArgument(2)));
        doAnswer(asked -> {
                    Throttle.Limit limit = asked.getArgument(0);
                    int back = asked.getArgument(2);
                    return taken.merge(key(limit.bucket(), asked.getArgument(1)), -back, Integer::sum);
                })
                .when(throttle)
                .giveBack(any(), anyString(), anyInt());
        doAnswer(asked -> {
                    Throttle.Limit limit = asked.getArgument(0);
                    return taken.remove(key(limit.bucket(), asked.getArgument(1)));
                })
                .when(throttle)
                .forget(any(), anyString());
    }

    private boolean take(String bucket, String who, int tries) {
        return taken.merge(key(bucket, who), 1, Integer::sum) <= tries;
    }

    private static String key(String bucket, String who) {
        return bucket + " " + who;
    }

    int taken(String bucket, String who) {
        return taken.getOrDefault(key(bucket, who), 0);
    }

    void useUp(String bucket, String who) {
        taken.put(key(bucket, who), 1_000);
    }
}
