package app.retour.returns.eligibility;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a country does not work. Where regions have holidays of their own, those of the region that an address
 * names count; where it names none, or none that the calendars know, a holiday of any region does: nobody loses a right by
 * what is unknown.
 */
final class PublicHolidays {
    /** Where regions as large as states make holidays by law. Elsewhere the library's regions are mostly single towns. */
    private static final Set<String> REGIONS_COUNT = Set.of("DE", "ES", "FR", "GB");

    /** Single towns among the regions of these; a town's name is its province's too. */
    private static final Set<String> TOWNS = Set.of("ES bcn");

    private static final List<Locale> NAMED_IN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    /** Beyond these nobody has made a calendar; orders from there are told by mistake. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;
    private static final PublicHolidays KNOWN = new PublicHolidays();
    private final Map<PlaceYear, Set<LocalDate>> holidays = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> regions = new ConcurrentHashMap<>();

    /** One that has read no calendar yet. */
    PublicHolidays() {}

    /** @param region as the library names it; null: any of them */
    private record PlaceYear(String country, @Nullable String region, int year) {}

    /** By the reading that is kindest to the shopper: a holiday of any region counts. */
    static boolean isWorkingDay(String country, LocalDate day) {
        return isWorkingDay(country, null, day);
    }

    /**
     * @param country ISO 3166 code, one of those with a right of withdrawal
     * @param region as an address names it, {@code SCT}, {@code GB-SCT} or {@code Scotland}; null when it names none
     */
    static boolean isWorkingDay(String country, @Nullable String region, LocalDate day) {
        return KNOWN.areNone(country, region, day);
    }

    /** Nobody there has that day off. */
    boolean areNone(String country, @Nullable String region, LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return !weekend;
        }
        var code = country.toUpperCase(Locale.ROOT);
        return !holidays.computeIfAbsent(
                        new PlaceYear(code, known(code, region), day.getYear()), PublicHolidays::holidays)
                .contains(day);
    }

    /** Null also for what the calendars do not know. */
    private @Nullable String known(String country, @Nullable String region) {
        return region == null || !REGIONS_COUNT.contains(country)
                ? null
                : regions.computeIfAbsent(country, PublicHolidays::regions).get(named(region));
    }

    /** By every name that an address may give them. */
    private static Map<String, String> regions(String country) {
        var names = new HashMap<String, String>();
        calendar(country).getCalendarHierarchy().getChildren().forEach((id, region) -> {
            if (!TOWNS.contains(country + " " + id)) {
                names.put(named(id), id);
                names.put(named(country + "-" + id), id);
                NAMED_IN.forEach(language -> names.put(named(region.getDescription(language)), id));
            }
        });
        return Map.copyOf(names);
    }

    private static String named(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static HolidayManager calendar(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    /**
     * What the library lacks. Jollyday 2.19.0 (seen 2026-11-30, compared with python-holidays 0.105) reckons Western Easter
     * for Cyprus, leaves out the days around Easter in Iceland, Christmas Eve in Lithuania, the days that Latvia keeps in
     * place of its two feasts on a weekend, and Good Friday in the Netherlands.
     */
    private static Optional<HolidayManager> beside(String country) {
        return Optional.ofNullable(PublicHolidays.class.getResource(
                        "/holidays-beside/%s.xml".formatted(country.toLowerCase(Locale.ROOT))))
                .map(own -> HolidayManager.getInstance(ManagerParameters.create(own)));
    }

    private static Set<LocalDate> holidays(PlaceYear of) {
        var calendar = calendar(of.country);
        var year = Year.of(of.year);
        Set<String> regions = of.region != null
                ? Set.of(of.region)
                : REGIONS_COUNT.contains(of.country)
                        ? calendar.getCalendarHierarchy().getChildren().keySet()
                        : Set.of();
        return Stream.of(
                        calendar.getHolidays(year, HolidayType.PUBLIC_HOLIDAY).stream(),
                        regions.stream()
                                .flatMap(region ->
                                        calendar.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, region).stream()),
                        beside(of.country).stream()
                                .flatMap(own -> own.getHolidays(year, HolidayType.PUBLIC_HOLIDAY).stream()))
                .flatMap(holidays -> holidays)
                .flatMap(PublicHolidays::days)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The day itself, and the one kept in its place where it falls on a weekend. */
    private static Stream<LocalDate> days(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
    }
}
