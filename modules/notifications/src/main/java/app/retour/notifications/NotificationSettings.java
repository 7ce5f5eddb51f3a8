package app.retour.notifications;

import app.retour.mail.queue.Retries;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave.
 *
 * @param enabled false: the ledger fills, nothing is sent (a replica without mail, a seeding run)
 * @param pollEvery pause between looks for due messages when nobody nudges
 * @param lease how long a worker may hold a message; longer than all timeouts of one mail together
 * @param maxAttempts after so many tries a message is given up
 * @param firstPause before the second try; doubles up to {@code longestPause}
 * @param tooOld what happened longer ago than this is not told any more
 * @param batch how many of one merchant are taken at once
 * @param mostPerHour of one merchant; what is over waits
 * @param mostPerDay of one merchant; what is over waits
 */
@ConfigurationProperties("retour.notifications")
record NotificationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("20") int maxAttempts,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("2h") Duration longestPause,
        @DefaultValue("3d") Duration tooOld,
        @DefaultValue("20") int batch,
        @DefaultValue("2000") int mostPerHour,
        @DefaultValue("10000") int mostPerDay) {

    Retries retries() {
        return new Retries(maxAttempts, firstPause, longestPause);
    }
}
