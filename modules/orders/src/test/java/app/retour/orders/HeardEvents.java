package app.retour.orders;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What this module announces while somebody listens. */
public final class HeardEvents implements ApplicationListener<PayloadApplicationEvent<?>>, AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    private HeardEvents(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static HeardEvents in(ConfigurableApplicationContext context) {
        var listening = new HeardEvents(context);
        context.addApplicationListener(listening);
        return listening;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload().getClass().getPackage().equals(HeardEvents.class.getPackage())) {
            heard.add(event.getPayload());
        }
    }

    /** In the order in which it was announced. */
    public List<Object> all() {
        return heard;
    }

    @Override
    public void close() {
        context.removeApplicationListener(this);
    }
}
