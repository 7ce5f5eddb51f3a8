package app.retour.app.uploads;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The disk that requests under way may fill with their files, all together. Who says how much is given that much, or none. */
@Component
public final class SpoolSpace implements MeterBinder {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /** @param size {@code retour.uploads.spool} */
    public SpoolSpace(@Value("${retour.uploads.spool:1GB}") DataSize size) {
        this.bytes = size.toBytes();
    }

    /** @return whether it was free; then {@link #give} it back */
    boolean take(long wanted) {
        return taken.getAndUpdate(now -> now + wanted <= bytes ? now + wanted : now) + wanted <= bytes;
    }

    void give(long back) {
        taken.addAndGet(-back);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("retour.uploads.spool", taken, AtomicLong::doubleValue)
                .baseUnit("bytes")
                .description("Bytes of files that are being sent at this moment")
                .register(registry);
    }
}
