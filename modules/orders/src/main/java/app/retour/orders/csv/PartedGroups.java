package app.retour.orders.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of things that do not stand together, as in a file that somebody sorted by another column. Found in a look
 * over the file before it is read; of files in order it keeps nothing but a number for each thing.
 */
final class PartedGroups {
    private static final int MOST_PARTED = 50_000;
    private static final long MOST_KEPT = 20_000_000;
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private long kept;

    /** @param entries null when there were too many to keep; their lines are known nevertheless */
    record Group(List<Long> lines, @Nullable List<CsvEntry> entries) {}

    static PartedGroups in(Source source, RowGroups<?> kind) {
        var parted = new PartedGroups();
        var names = names(source, kind);
        if (!names.isEmpty()) {
            try (var file = source.csv()) {
                while (file.hasNext()) {
                    var entry = file.next();
                    var name = Subjects.key(kind, entry);
                    if (name != null && names.contains(name)) {
                        parted.keep(name, entry);
                    }
                }
            }
        }
        return parted;
    }

    private static Set<String> names(Source source, RowGroups<?> kind) {
        var parted = new HashSet<String>();
        var seen = new SeenNames();
        try (var file = source.csv()) {
            String last = null;
            while (file.hasNext()) {
                var name = Subjects.key(kind, file.next());
                if (name != null && !name.equals(last) && !seen.add(name)) {
                    parted.add(name);
                }
                last = name;
                if (parted.size() > MOST_PARTED) {
                    throw new FileNotUnderstood(
                            "The rows that belong together stand far apart; sort the file by “%s” and send it again"
                                    .formatted(kind.subjectColumn()));
                }
            }
        }
        return parted;
    }

    private void keep(String name, CsvEntry entry) {
        var group = groups.computeIfAbsent(name, _ -> new Group(new ArrayList<>(), new ArrayList<>()));
        group.lines.add(entry.line());
        if (group.entries == null) {
            return;
        }
        var size = size(entry);
        if (kept + size > MOST_KEPT) {
            kept -= group.entries.stream().mapToLong(PartedGroups::size).sum();
            groups.put(name, new Group(group.lines, null));
        } else {
            kept += size;
            group.entries.add(entry);
        }
    }

    private static long size(CsvEntry entry) {
        var row = entry instanceof CsvEntry.Unreadable unreadable ? unreadable.likely() : (CsvRow) entry;
        return row.cells().stream().mapToLong(cell -> 8L + cell.length()).sum();
    }

    boolean contains(@Nullable String name) {
        return name != null && (groups.containsKey(name) || given.contains(name));
    }

    /** All of it, the first time that it is asked for; null afterwards. */
    @Nullable
    Group take(String name) {
        given.add(name);
        return groups.remove(name);
    }
}
