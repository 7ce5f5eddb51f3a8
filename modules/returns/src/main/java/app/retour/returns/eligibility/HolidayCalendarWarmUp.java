package app.retour.returns.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the first calendars after the start: the library takes most of a second, which no shopper shall wait for. */
@Component
class HolidayCalendarWarmUp {
    private static final List<String> FIRST = List.of("DE", "AT", "FR");
    private final Clock clock;

    HolidayCalendarWarmUp(Clock clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void on(ApplicationReadyEvent ready) {
        Thread.ofPlatform().daemon().name("holiday-calendars").start(this::read);
    }

    private void read() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // Any working day will do: a weekend is answered without a calendar.
        FIRST.forEach(country ->
                today.datesUntil(today.plusDays(3)).forEach(day -> PublicHolidays.isWorkingDay(country, day)));
    }
}
