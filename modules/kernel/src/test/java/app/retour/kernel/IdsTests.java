package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids by which rows are stored and read in order. */
class IdsTests {
    /** As PostgreSQL orders them: byte by byte; Java's own order of UUIDs has a sign. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    @Test
    void anIdIsAUuidOfVersion7() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> Ids.next()))
                .hasSize(1_000)
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                });
    }

    @Test
    void anIdBeginsWithTheMillisecondItWasMadeIn() {
        var before = System.currentTimeMillis();
        var made = Ids.next().getMostSignificantBits() >>> 16;
        assertThat(made).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void noTwoAreAlikeAndAllStandBetweenTheLeastAndTheGreatest() {
        var ids = IntStream.range(0, 20_000).mapToObj(_ -> Ids.next()).collect(Collectors.toSet());
        assertThat(ids).hasSize(20_000);
        assertThat(Collections.min(ids, AS_STORED)).usingComparator(AS_STORED).isGreaterThan(Ids.LEAST);
        assertThat(Collections.max(ids, AS_STORED)).usingComparator(AS_STORED).isLessThan(Ids.GREATEST);
    }

    /** 74 bits are random: none of them is always the same. */
    @Test
    void everyBitThatIsNeitherTimeNorVersionChanges() {
        var ones = new long[2];
        var zeros = new long[2];
        for (var i = 0; i < 500; i++) {
            var id = Ids.next();
            ones[0] |= id.getMostSignificantBits();
            ones[1] |= id.getLeastSignificantBits();
            zeros[0] |= ~id.getMostSignificantBits();
            zeros[1] |= ~id.getLeastSignificantBits();
        }
        assertThat(ones[0] & zeros[0] & 0xFFF).isEqualTo(0xFFF);
        assertThat(ones[1] & zeros[1]).isEqualTo(0x3FFFFFFFFFFFFFFFL);
    }

    @Test
    void aTenantIsNamedByTheTextOfItsId() {
        var id = Ids.next();
        assertThat(TenantId.of(id.toString())).isEqualTo(new TenantId(id)).hasToString(id.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> TenantId.of("acme"));
    }
}
