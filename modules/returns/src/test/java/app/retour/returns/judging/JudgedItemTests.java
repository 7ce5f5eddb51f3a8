package app.retour.returns.judging;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.record.AReturn;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item is the same to the rules whether it is only asked about or stored: its comment but a length. */
class JudgedItemTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 0", "'', 0", "'   ', 0", "' torn ', 4", "Größe, 5"})
    void askedAboutAndStoredItIsTheSame(@Nullable String comment, int length) {
        var value = AReturn.euros(20);
        var wanted = new WantedItem(
                UUID.randomUUID(),
                new ItemDescription("SKU", "Thing", null, null),
                2,
                value,
                new AnnouncedPrice(2, value.amount(), BigDecimal.ZERO, false),
                AReturn.REASON,
                comment,
                List.of(UUID.randomUUID()),
                Resolution.EXCHANGE,
                null);
        var stored = new RequestedItem(AReturn.of().authorization(), 1, wanted);
        var asked = JudgedItem.of(stored.id(), wanted);
        assertThat(JudgedItem.of(stored, AReturn.REASON, value)).isEqualTo(asked);
        assertThat(asked.commentLength()).isEqualTo(length);
        assertThat(asked.photos()).isEqualTo(1);
        assertThat(asked.reasonCode()).isEqualTo("size");
        assertThat(asked.resolution()).isEqualTo(Resolution.EXCHANGE);
        assertThat(wanted.worth()).isEqualTo(value);
    }
}
