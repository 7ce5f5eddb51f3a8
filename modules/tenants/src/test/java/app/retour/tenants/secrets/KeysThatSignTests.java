package app.retour.tenants.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** The keys that sign tokens are looked for once a minute, and for an unknown one sooner, but not for every forged token. */
@RetourTest
class KeysThatSignTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static RSAKey pair;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Autowired
    PlatformTransactionManager transactions;

    private final TestClock clock = new TestClock();
    private final List<String> stored = new ArrayList<>();
    private SigningKeys keys;

    /** It takes long, and no test is about the numbers. */
    @BeforeAll
    static void onePair() throws JOSEException {
        pair = new RSAKeyGenerator(2048).generate();
    }

    @BeforeEach
    void aReplicaStarts() {
        clock.setTo(NOON);
        keys = new SigningKeys(jdbc, secrets, clock, transactions);
    }

    @AfterEach
    void onlyThisTestsKeys() {
        stored.forEach(this::forget);
    }

    /** As another replica does. */
    private String store(Duration age) {
        var id = "of a test " + Ids.next();
        jdbc.sql("insert into tenants.signing_key (id, sealed, created_at) values (?, ?, ?)")
                .params(
                        id,
                        secrets.seal(
                                SigningKeys.PURPOSE,
                                new RSAKey.Builder(pair).keyID(id).build().toJSONString()),
                        Timestamp.from(NOON.minus(age)))
                .update();
        stored.add(id);
        return id;
    }

    private void forget(String id) {
        jdbc.sql("delete from tenants.signing_key where id = ?").param(id).update();
    }

    private List<String> found(String id) {
        return ids(new JWKMatcher.Builder().keyID(id).build());
    }

    private List<String> ids(JWKMatcher asked) {
        return keys.get(new JWKSelector(asked), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }

    @Test
    void oneThatIsKnownIsNotLookedForWithinAMinute() {
        var key = store(Duration.ZERO);
        assertThat(found(key)).containsExactly(key);
        forget(key);
        clock.setTo(NOON.plusSeconds(60));
        assertThat(found(key)).as("nobody looked").containsExactly(key);
        clock.setTo(NOON.plusSeconds(61));
        assertThat(found(key)).isEmpty();
    }

    @Test
    void oneThatAnotherReplicaMadeIsFoundAfterFiveSeconds() {
        found(store(Duration.ofHours(1)));
        var made = store(Duration.ZERO);
        clock.setTo(NOON.plusSeconds(5));
        assertThat(found(made)).isEmpty();
        clock.setTo(NOON.plusSeconds(6));
        assertThat(found(made)).containsExactly(made);
    }

    @Test
    void forgedTokensAskTheDatabaseOnceInFiveSeconds() {
        found(store(Duration.ofHours(1)));
        clock.setTo(NOON.plusSeconds(6));
        assertThat(found("forged")).as("looked for").isEmpty();
        var made = store(Duration.ZERO);
        for (var i = 0; i < 100; i++) {
            assertThat(found("forged " + i)).isEmpty();
        }
        assertThat(found(made)).as("none of them made us look").isEmpty();
    }

    @Test
    void theNewestComesFirst() {
        var old = store(Duration.ofHours(2));
        var made = store(Duration.ofHours(1));
        var older = store(Duration.ofHours(3));
        assertThat(ids(new JWKMatcher.Builder().build())).containsSubsequence(made, old, older);
    }

    @Test
    void oneIsRenewedAfterThirtyDaysAndKeptForOneMore() {
        var signed = store(Duration.ofDays(30).plusSeconds(1));
        var over = store(Duration.ofDays(31).plusSeconds(1));
        keys.run();
        var kept = ids(new JWKMatcher.Builder().build());
        assertThat(kept).contains(signed).doesNotContain(over);
        assertThat(kept.getFirst()).as("a newer one signs").isNotEqualTo(signed);
    }
}
