package app.retour.returns;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which a country does not work. Where regions have holidays of their own and nobody knows which region is
 * meant, a holiday of any of them counts: nobody loses a right by what is unknown.
 */
final class PublicHolidays {
    /** Where regions as large as states make holidays by law. Elsewhere the library's regions are mostly single towns. */
    private static final Set<String> REGIONS_COUNT = Set.of("DE", "ES", "FR", "GB");

    /** Beyond these nobody has made a calendar; orders from there are told by mistake. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;
    private static final Map<CountryYear, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    private record CountryYear(String country, int year) {}

    /** @param country ISO 3166 code, one of those with a right of withdrawal */
    static boolean isWorkingDay(String country, LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && (day.getYear() < FIRST_YEAR
                        || day.getYear() > LAST_YEAR
                        || !KNOWN.computeIfAbsent(
                                        new CountryYear(country.toUpperCase(Locale.ROOT), day.getYear()),
                                        PublicHolidays::holidays)
                                .contains(day));
    }

    private static Set<LocalDate> holidays(CountryYear of) {
        var calendar = HolidayManager.getInstance(ManagerParameters.create(of.country.toLowerCase(Locale.ROOT)));
        var year = Year.of(of.year);
        var regions = REGIONS_COUNT.contains(of.country)
                ? calendar.getCalendarHierarchy().getChildren().keySet()
                : Set.<String>of();
        return Stream.concat(
                        calendar.getHolidays(year, HolidayType.PUBLIC_HOLIDAY).stream(),
                        regions.stream()
                                .flatMap(region ->
                                        calendar.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, region).stream()))
                .flatMap(PublicHolidays::days)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The day itself, and the one kept in its place where it falls on a weekend. */
    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }
}
