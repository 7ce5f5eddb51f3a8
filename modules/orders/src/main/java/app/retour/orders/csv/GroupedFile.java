package app.retour.orders.csv;

import app.retour.orders.csv.CsvEntry.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file being read, a thing at a time: it holds the rows of one order or product, and of those whose rows do not stand
 * together. A thing of which a row is missing or cannot be read is refused as a whole.
 *
 * @param <T> what it tells
 */
public final class GroupedFile<T> implements Iterator<Told<T>>, AutoCloseable {
    private static final int MOST_ROWS = 2_000;
    private static final int LINES_NAMED = 8;
    private final RowGroups<T> groups;
    private final PartedGroups parted;
    private final CsvFile file;
    private @Nullable CsvEntry ahead;
    private @Nullable Told<T> next;
    private @Nullable Unreadable doubt;

    private GroupedFile(Source source, RowGroups<T> groups) {
        this.groups = groups;
        try (var first = source.csv()) {
            if (!groups.tellsTwinsApart()) {
                first.twins().ifPresent(twins -> {
                    throw new FileNotUnderstood(twins);
                });
            }
            for (var column : groups.requiredColumns()) {
                if (!first.hasColumn(column)) {
                    throw new FileNotUnderstood("The file has no column “%s”; is it another export?".formatted(column));
                }
            }
            if (!first.hasNext()) {
                throw new FileNotUnderstood("The file has names of columns and no rows below them");
            }
        }
        this.parted = PartedGroups.in(source, groups);
        this.file = source.csv();
    }

    /** @throws FileNotUnderstood when it is another file than one of this kind */
    public static <T> GroupedFile<T> open(Source source, RowGroups<T> groups) {
        return new GroupedFile<>(source, groups);
    }

    /** Bytes taken so far. */
    public long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public boolean hasNext() {
        while (next == null && (ahead != null || file.hasNext())) {
            next = told();
        }
        return next != null;
    }

    @Override
    public Told<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var told = Objects.requireNonNull(next);
        next = null;
        return told;
    }

    /** Null for a row that was given with its group already. */
    private @Nullable Told<T> told() {
        var first = entry();
        var subject = Subjects.of(groups, first);
        if (first instanceof CsvRow row && groups.addsUp(row)) {
            var remark = new RowRemark(
                    row.line(),
                    null,
                    "The row names no order and no product, as a row of totals does; it was not read");
            return new Told<>(row.line(), 1, null, null, null, List.of(remark));
        }
        if (subject == null) {
            doubt = first instanceof Unreadable unreadable ? unreadable : null;
            return read(null, List.of(first));
        }
        var key = groups.key(subject);
        if (parted.contains(key)) {
            doubt = null;
            var whole = parted.take(key);
            return whole == null ? null : joined(subject, whole);
        }
        var before = doubt;
        doubt = null;
        var rows = rows(first, key);
        var beside = before != null ? before : stranger();
        return beside == null
                ? read(subject, rows)
                : refused(
                        first.line(),
                        rows.size(),
                        subject,
                        new RowNotUnderstood(
                                first.line(),
                                null,
                                "Line %d cannot be read and may belong to this order; mend it and send the file again"
                                        .formatted(beside.line())));
    }

    private CsvEntry entry() {
        var entry = ahead != null ? ahead : file.next();
        ahead = null;
        return entry;
    }

    private List<CsvEntry> rows(CsvEntry first, String key) {
        var rows = new ArrayList<CsvEntry>(List.of(first));
        while (file.hasNext()) {
            var entry = file.next();
            if (!key.equals(Subjects.key(groups, entry))) {
                ahead = entry;
                break;
            }
            if (rows.size() <= MOST_ROWS) {
                rows.add(entry);
            }
        }
        return rows;
    }

    /** A row below that belongs to nobody, as far as can be told. */
    private @Nullable Unreadable stranger() {
        return ahead instanceof Unreadable unreadable && Subjects.of(groups, unreadable) == null ? unreadable : null;
    }

    private Told<T> joined(String subject, PartedGroups.Group group) {
        var entries = group.entries();
        if (entries != null) {
            return read(subject, entries);
        }
        var lines =
                group.lines().stream().limit(LINES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return refused(
                group.lines().getFirst(),
                group.lines().size(),
                subject,
                new RowNotUnderstood(
                        group.lines().getFirst(),
                        groups.subjectColumn(),
                        "Its %d rows stand apart (lines %s%s); sort the file by “%s” and send it again"
                                .formatted(
                                        group.lines().size(),
                                        lines,
                                        group.lines().size() > LINES_NAMED ? " …" : "",
                                        groups.subjectColumn())));
    }

    private Told<T> read(@Nullable String subject, List<CsvEntry> entries) {
        var line = entries.getFirst().line();
        var remarks = new ArrayList<RowRemark>();
        try {
            if (entries.size() > MOST_ROWS) {
                throw new RowNotUnderstood(line, null, "has more than 2,000 rows");
            }
            var rows = new ArrayList<CsvRow>();
            for (var entry : entries) {
                switch (entry) {
                    case Unreadable unreadable -> throw unreadable.problem();
                    case CsvRow row -> rows.add(row);
                }
            }
            return new Told<>(line, rows.size(), subject, groups.read(rows, remarks::add), null, List.copyOf(remarks));
        } catch (RowNotUnderstood problem) {
            return refused(line, entries.size(), subject, problem);
        }
    }

    private Told<T> refused(long line, int rows, @Nullable String subject, RowNotUnderstood problem) {
        return new Told<>(line, rows, subject, null, problem, List.of());
    }

    @Override
    public void close() {
        file.close();
    }
}
