package app.retour.returns.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What hangs on a return is read by whoever asks for it first, once, for all returns that were opened together. */
class ReadWhenAskedTests {
    private static final UUID ONE = Ids.next();
    private static final UUID OTHER = Ids.next();
    private final List<Collection<UUID>> reads = new ArrayList<>();
    private final PartOfMany<String> refunds = new PartOfMany<>(List.of(ONE, OTHER), returns -> {
        reads.add(returns);
        return Map.of(ONE, List.of("a refund"));
    });

    @Test
    void nothingIsReadBeforeSomebodyAsks() {
        refunds.of(ONE);
        assertThat(reads).isEmpty();
    }

    @Test
    void theFirstWhoAsksReadsForAll() {
        var one = refunds.of(ONE);
        var other = refunds.of(OTHER);
        assertThat(one.all()).containsExactly("a refund");
        assertThat(other.all()).isEmpty();
        assertThat(one.all()).containsExactly("a refund");
        assertThat(reads).containsExactly(List.of(ONE, OTHER));
    }

    @Test
    void whatIsAddedIsSeenOnceWhetherItWasStoredBeforeOrNot() {
        var one = refunds.of(ONE);
        one.add("a refund");
        one.add("another");
        assertThat(one.all()).as("the first was stored before it was added").containsExactly("a refund", "another");
    }

    @Test
    void whatIsAddedToOneIsNotTheOthers() {
        refunds.of(ONE).add("another");
        assertThat(refunds.of(OTHER).all()).isEmpty();
        assertThat(refunds.of(ONE).all()).containsExactly("a refund");
    }
}
