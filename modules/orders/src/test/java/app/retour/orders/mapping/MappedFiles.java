package app.retour.orders.mapping;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.Told;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files as texts. */
final class MappedFiles {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private MappedFiles() {}

    static ProposedMapping proposed(String csv) {
        return proposed(csv, null);
    }

    static ProposedMapping proposed(String csv, @Nullable ColumnMapping chosen) {
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        return MappedFile.propose(
                () -> new ByteArrayInputStream(bytes),
                BERLIN,
                Currency.getInstance("EUR"),
                chosen,
                _ -> Optional.empty());
    }

    static List<Told<OrderUpsert>> read(String csv, ColumnMapping mapping) {
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        var told = new ArrayList<Told<OrderUpsert>>();
        try (var file = MappedFile.open(() -> new ByteArrayInputStream(bytes), mapping, BERLIN)) {
            file.forEachRemaining(told::add);
        }
        return told;
    }

    /** The orders of a file that needs no further word of a person. */
    static List<OrderUpsert> orders(String csv) {
        var proposed = proposed(csv);
        if (!proposed.problems().isEmpty()) {
            throw new AssertionError(proposed.problems());
        }
        return read(csv, proposed.mapping()).stream()
                .map(each -> {
                    if (each.problem() != null) {
                        throw new AssertionError(each.problem());
                    }
                    return Objects.requireNonNull(each.value());
                })
                .toList();
    }
}
