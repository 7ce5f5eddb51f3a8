package app.retour;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves a process with fewer carriers when it has answered requests for a minute. */
@Component
class SettledCarriers {
    private static final int MINUTES = 1;

    @EventListener(ApplicationReadyEvent.class)
    void settleLater() {
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(Carriers::settle);
    }
}
