package app.retour.app;

import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says which edition of the time zones days are counted by. It is Java's, and nobody else's: PostgreSQL brings an edition of
 * its own (JDK 25.0.3 has 2026a while newer ones are out, seen 2026-11-29), and stores moments only.
 */
@Component
class TimeZoneTables implements InfoContributor {
    private static final Logger LOG = LoggerFactory.getLogger(TimeZoneTables.class);
    /** Of the builds of 2026-11-29; raise it with the JDK. */
    static final String NEWEST_KNOWN = "2026b";

    private final String newestKnown;
    private final String inUse;

    TimeZoneTables() {
        this(NEWEST_KNOWN, ZoneRulesProvider.getVersions("UTC").lastKey());
    }

    TimeZoneTables(String newestKnown, String inUse) {
        this.newestKnown = newestKnown;
        this.inUse = inUse;
    }

    /** Editions are named by year and letter, 2026a before 2026b. */
    boolean isOutdated() {
        return inUse.compareTo(newestKnown) < 0;
    }

    @EventListener(ApplicationReadyEvent.class)
    void on() {
        if (isOutdated()) {
            LOG.warn(
                    "Days are counted by time zones of {}; {} was out when this was built. Where a country changed its"
                            + " clocks since, days may begin an hour off. Update the JDK.",
                    inUse,
                    newestKnown);
        }
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail("timeZones", Map.of("version", inUse, "newestKnown", newestKnown, "outdated", isOutdated()));
    }
}
