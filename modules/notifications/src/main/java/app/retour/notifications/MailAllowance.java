package app.retour.notifications;

import app.retour.tenants.MailQuota;
import app.retour.tenants.Throttle;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How many messages a merchant may send within an hour and a day, so that one who sends without end neither holds up the
 * others nor costs the mail server's good name. What is over waits; it comes back evenly.
 */
@Component
class MailAllowance implements MailQuota, DisposableBean {
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** @param since when it was last needed, by {@link System#nanoTime} */
    private record Spare(int tries, long since) {}

    private final Map<String, Spare> spare = new ConcurrentHashMap<>();
    private final Throttle throttle;
    private final Throttle.Limit hourly;
    private final Throttle.Limit daily;

    MailAllowance(Throttle throttle, NotificationSettings settings) {
        this.throttle = throttle;
        this.hourly = new Throttle.Limit("mails-an-hour", settings.mostPerHour(), Duration.ofHours(1));
        this.daily = new Throttle.Limit("mails-a-day", settings.mostPerDay(), Duration.ofDays(1));
    }

    /** @return how many of those wanted the merchant of the moment may send now; fewer than there is room for, at times */
    int take(int wanted) {
        var kept = spare.remove(key());
        if (kept == null) {
            return takeOfBuckets(wanted);
        }
        var granted = Math.min(wanted, kept.tries());
        keep(kept.tries() - granted);
        return granted;
    }

    private int takeOfBuckets(int wanted) {
        var key = key();
        var thisHour = throttle.takeUpTo(hourly, key, wanted);
        var granted = thisHour == 0 ? 0 : throttle.takeUpTo(daily, key, thisHour);
        throttle.giveBack(hourly, key, thisHour - granted);
        return granted;
    }

    @Override
    public boolean tryTake() {
        return take(1) == 1;
    }

    /** What was taken and not handed to the mail server serves the merchant's next messages, or goes back in a while. */
    void keep(int unused) {
        if (unused > 0) {
            spare.merge(
                    key(),
                    new Spare(unused, System.nanoTime()),
                    (before, now) -> new Spare(before.tries() + now.tries(), now.since()));
        }
    }

    /** Lets go what nobody needed for a while, so that other replicas may have it. */
    void giveBackSpare() {
        giveBack(spared -> System.nanoTime() - spared.since() > KEPT.toNanos());
    }

    @Override
    public void destroy() {
        giveBack(_ -> true);
    }

    private void giveBack(Predicate<Spare> which) {
        spare.forEach((key, spared) -> {
            if (which.test(spared) && spare.remove(key, spared)) {
                throttle.giveBack(hourly, key, spared.tries());
                throttle.giveBack(daily, key, spared.tries());
            }
        });
    }

    /** Why a message waits, for the merchant's staff. */
    String reason() {
        return "It waits: a shop may send %d messages an hour and %d a day. It leaves by itself as soon as there is room"
                .formatted(hourly.tries(), daily.tries());
    }

    private static String key() {
        return TenantContext.current().toString();
    }
}
