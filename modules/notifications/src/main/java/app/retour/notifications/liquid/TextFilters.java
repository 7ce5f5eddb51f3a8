package app.retour.notifications.liquid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters of text. */
final class TextFilters {
    private static final Pattern HTML_BLOCKS =
            Pattern.compile("<script.*?</script>|<!--.*?-->|<style.*?</style>", Pattern.DOTALL);
    private static final Pattern NEW_LINE = Pattern.compile("\\r?\\n");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HTML_TAGS = Pattern.compile("<.*?>", Pattern.DOTALL);

    private TextFilters() {}

    private interface OfText {
        @Nullable
        Object of(String text, Filter.Arguments arguments);
    }

    static void into(Filters filters) {
        add(filters, "upcase", 0, 0, (text, _) -> text.toUpperCase(Locale.ROOT));
        add(filters, "downcase", 0, 0, (text, _) -> text.toLowerCase(Locale.ROOT));
        add(filters, "capitalize", 0, 0, (text, _) -> capitalized(text));
        add(filters, "append", 1, 1, (text, more) -> text + more.text(0));
        add(filters, "prepend", 1, 1, (text, more) -> more.text(0) + text);
        add(filters, "strip", 0, 0, (text, _) -> text.strip());
        add(filters, "lstrip", 0, 0, (text, _) -> text.stripLeading());
        add(filters, "rstrip", 0, 0, (text, _) -> text.stripTrailing());
        add(filters, "strip_newlines", 0, 0, (text, more) -> without(NEW_LINE, text, more));
        add(filters, "strip_html", 0, 0, (text, more) -> without(HTML_TAGS, without(HTML_BLOCKS, text, more), more));
        add(filters, "replace", 1, 2, (text, more) -> replaced(text, more.text(0), more.text(1), more.scope()));
        add(filters, "replace_first", 1, 2, (text, more) -> replacedAt(text, first(text, more), more));
        add(filters, "replace_last", 2, 2, (text, more) -> replacedAt(text, last(text, more), more));
        add(filters, "remove", 1, 1, (text, more) -> replaced(text, more.text(0), "", more.scope()));
        add(filters, "remove_first", 1, 1, (text, more) -> replacedAt(text, first(text, more), more));
        add(filters, "remove_last", 1, 1, (text, more) -> replacedAt(text, last(text, more), more));
        add(filters, "split", 1, 1, (text, more) -> split(text, more.text(0), more.scope()));
        add(filters, "truncate", 0, 2, TextFilters::truncated);
        add(filters, "truncatewords", 0, 2, TextFilters::fewerWords);
        filters.add("slice", 1, 2, TextFilters::slice);
    }

    private static void add(Filters filters, String name, int least, int most, OfText filter) {
        filters.add(name, least, most, (value, arguments) -> filter.of(Values.filtered(value), arguments));
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String without(Pattern what, String text, Filter.Arguments arguments) {
        return what.matcher(new Watched(text, arguments.scope())).replaceAll("");
    }

    private static int first(String text, Filter.Arguments arguments) {
        arguments.scope().search(text, arguments.text(0));
        return text.indexOf(arguments.text(0));
    }

    private static int last(String text, Filter.Arguments arguments) {
        arguments.scope().search(text, arguments.text(0));
        return text.lastIndexOf(arguments.text(0));
    }

    private static String replaced(String text, String from, String to, Scope scope) {
        scope.search(text, from);
        if ((long) text.length() * Math.max(1, to.length()) > 100L * Values.LARGEST) {
            throw Values.tooLarge();
        }
        return text.replace(from, to);
    }

    private static String replacedAt(String text, int place, Filter.Arguments arguments) {
        return place < 0
                ? text
                : text.substring(0, place)
                        + arguments.text(1)
                        + text.substring(place + arguments.text(0).length());
    }

    private static List<@Nullable Object> split(String text, String by, Scope scope) {
        if (text.isEmpty()) {
            return new ArrayList<>();
        }
        if (by.isEmpty()) {
            return new ArrayList<>(
                    text.codePoints().mapToObj(Character::toString).toList());
        }
        // Ruby reads one blank as any blanks, and drops empty ends.
        scope.search(text, by);
        var parts = by.equals(" ") ? BLANKS.split(text.strip()) : text.split(Pattern.quote(by));
        return new ArrayList<>(Arrays.asList(parts));
    }

    private static @Nullable Object truncated(String text, Filter.Arguments arguments) {
        var end = arguments.has(1) ? arguments.text(1) : "...";
        var length = arguments.whole(0, 50);
        var signs = text.codePointCount(0, text.length());
        if (signs <= length) {
            return text;
        }
        var kept = Math.max(0, length - end.codePointCount(0, end.length()));
        return text.substring(0, text.offsetByCodePoints(0, (int) Math.min(kept, signs))) + end;
    }

    private static @Nullable Object fewerWords(String text, Filter.Arguments arguments) {
        var most = Math.clamp(arguments.whole(0, 15), 1, Integer.MAX_VALUE - 1);
        var words = BLANKS.split(text.stripLeading(), most + 1);
        if (text.isBlank() || words.length <= most) {
            return text;
        }
        return String.join(" ", Arrays.copyOf(words, most)) + (arguments.has(1) ? arguments.text(1) : "...");
    }

    private static @Nullable Object slice(@Nullable Object value, Filter.Arguments arguments) {
        var list = value instanceof List<?> given ? given : null;
        var signs = list == null
                ? Values.text(value).codePoints().mapToObj(Character::toString).toList()
                : list;
        var from = arguments.whole(0, 0);
        var length = arguments.at(1) == null ? 1 : arguments.whole(1, 1);
        var start = from < 0 ? signs.size() + from : from;
        if (start < 0 || start > signs.size() || length < 0) {
            return list == null ? "" : new ArrayList<>();
        }
        var part = signs.subList((int) start, (int) Math.clamp(start + length, start, signs.size()));
        return list == null ? String.join("", part.stream().map(Values::text).toList()) : new ArrayList<Object>(part);
    }
}
