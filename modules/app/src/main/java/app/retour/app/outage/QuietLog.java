package app.retour.app.outage;

import app.retour.api.Outage;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * While the database is away, jobs go on asking for it and each would tell its stack every time. That it went and that it came
 * back is told once; lines that name a request's id carry no stack, and stay.
 */
final class QuietLog extends TurboFilter {
    private final BooleanSupplier away;

    QuietLog(BooleanSupplier away) {
        this.away = away;
    }

    void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            start();
            logback.addTurboFilter(this);
        }
    }

    void remove() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (!away.getAsBoolean()) {
            return FilterReply.NEUTRAL;
        }
        var told = failure == null ? last(arguments) : failure;
        return logger.getName().startsWith("org.hibernate.orm.jdbc") || Outage.isIn(told)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static @Nullable Throwable last(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
