package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.tenants.ImmediateTransactions;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.TestClock;

/** The keys that sign tokens are looked for once a minute, and for an unknown one sooner, but not for every forged token. */
class KeysThatSignTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final TestClock clock = new TestClock();
    private final List<JWK> stored = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final SigningKeys keys = keys();

    private SigningKeys keys() {
        clock.setTo(NOON);
        when(jdbc.sql("select sealed from tenants.signing_key order by created_at desc, id")
                        .query(any(RowMapper.class))
                        .list())
                .thenAnswer(_ -> {
                    looks.incrementAndGet();
                    return List.copyOf(stored);
                });
        looks.set(0);
        return new SigningKeys(
                jdbc,
                TestSecrets.under("a master key of more than thirty-two characters"),
                clock,
                new ImmediateTransactions());
    }

    private static JWK key(String id) {
        return new OctetSequenceKey.Builder(id.getBytes(UTF_8)).keyID(id).build();
    }

    private List<String> found(String id) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @Test
    void oneThatIsKnownIsNotLookedForWithinAMinute() {
        stored.add(key("new"));
        assertThat(found("new")).containsExactly("new");
        clock.setTo(NOON.plusSeconds(60));
        found("new");
        assertThat(looks).hasValue(1);
        clock.setTo(NOON.plusSeconds(61));
        found("new");
        assertThat(looks).hasValue(2);
    }

    @Test
    void oneThatAnotherReplicaMadeIsFoundAfterFiveSeconds() {
        stored.add(key("old"));
        found("old");
        stored.addFirst(key("new"));
        clock.setTo(NOON.plusSeconds(5));
        assertThat(found("new")).isEmpty();
        clock.setTo(NOON.plusSeconds(6));
        assertThat(found("new")).containsExactly("new");
    }

    @Test
    void forgedTokensAskTheDatabaseOnceInFiveSeconds() {
        stored.add(key("old"));
        for (var i = 0; i < 100; i++) {
            assertThat(found("forged " + i)).isEmpty();
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void theNewestComesFirst() {
        stored.addAll(List.of(key("new"), key("old")));
        assertThat(keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .extracting(JWK::getKeyID)
                .containsExactly("new", "old");
    }
}
