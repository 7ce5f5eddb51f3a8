package app.retour.notifications;

import app.retour.tenants.MailQuota;
import app.retour.tenants.Throttle;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many messages a merchant may send within an hour and a day, so that one who sends without end neither holds up the
 * others nor costs the mail server's good name. What is over waits; it comes back evenly.
 */
@Component
class MailAllowance implements MailQuota {
    private final Throttle throttle;
    private final Throttle.Limit hourly;
    private final Throttle.Limit daily;

    MailAllowance(Throttle throttle, NotificationSettings settings) {
        this.throttle = throttle;
        this.hourly = new Throttle.Limit("mails-an-hour", settings.mostPerHour(), Duration.ofHours(1));
        this.daily = new Throttle.Limit("mails-a-day", settings.mostPerDay(), Duration.ofDays(1));
    }

    /** @return how many of those wanted the merchant of the moment may send now */
    int take(int wanted) {
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

    /** What was taken and not handed to the mail server. */
    void giveBack(int unused) {
        throttle.giveBack(hourly, key(), unused);
        throttle.giveBack(daily, key(), unused);
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
