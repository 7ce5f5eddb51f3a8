package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Ids;
import app.retour.kernel.MasterKeys;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import app.retour.tracking.TrackingEndpoints;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestDatabase;

/** From one master key to another, and back, with something in every column that is sealed. */
@RetourTest
class ExchangingTheMasterKeyTests {
    /** Other tests write rows of tenants whom nobody ever opened. */
    private static final String OF_A_TENANT = "and tenant_id in (select tenant_id from tenants.tenants_door())";

    private static final String NEW = "the next master key, random enough for a test";

    @Value("${retour.master-key}")
    String old;

    @Autowired
    List<SealedColumn> columns;

    @Autowired
    Tenants tenants;

    @Autowired
    TrackingEndpoints endpoints;

    @Autowired
    Secrets secrets;

    @Autowired
    SigningKeys signingKeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** Or the job of this application would make one in the middle, under its own master key. */
    @BeforeEach
    void thereIsAFreshSigningKey() {
        signingKeys.run();
    }

    @AfterEach
    void backToTheKeyOfThisApplication() throws SQLException {
        asAdministrator("delete from tenants.signing_key where id = 'nobodys'");
        assertThat(rotation(columns, old, NEW).all().unreadable()).isEmpty();
    }

    @Test
    void everythingIsReadUnderTheNewKeyAloneAfterwards() throws SQLException {
        var one = aTenant();
        var two = aTenant();
        aRowOfNobodyInEachColumn();
        var before = opened(old);
        assertThat(before.keySet().stream().map(place -> place.split(" ")[0]))
                .as("something of each column")
                .containsAll(columns.stream()
                        .map(each -> each.table() + "." + each.column())
                        .toList());

        var report = rotation(columns, NEW, old).all();

        assertThat(report.unreadable()).isEmpty();
        assertThat(report.resealed()).isEqualTo(before.size());
        assertThat(opened(NEW)).as("and the old key is no longer needed").isEqualTo(before);
        assertThat(rotation(columns, NEW, "").all()).isEqualTo(new SecretRotation.Report(0, List.of()));
        for (var tenant : List.of(one, two)) {
            assertThat(versionOfEndpoint(tenant))
                    .as("whoever read the row before is too late")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatIsHashedIsFoundUnderTheNewKey() {
        var hash = secrets.hash("anything", "a value");
        rotation(columns, NEW, old).all();
        var anew = new Secrets(envelopes(NEW, ""), hashing(NEW, ""));
        assertThat(anew.hash("anything", "a value")).isEqualTo(hash);
    }

    @Test
    void whatWasHashedBeforeThereWasAKeyForItIsFound() throws SQLException {
        var kept = jdbc.sql("select sealed from tenants.hashing_key")
                .query(byte[].class)
                .single();
        var used = MasterKeys.of(old, "").derived("retour hashes").getFirst();
        aRowOfNobodyInEachColumn();
        asAdministrator("delete from tenants.hashing_key");
        try {
            assertThat(hashing(NEW, old).bytes())
                    .as("of the key that was in use")
                    .isEqualTo(used);
            assertThat(hashing(NEW, "").bytes()).as("kept under the new one").isEqualTo(used);
        } finally {
            jdbc.sql("update tenants.hashing_key set sealed = ?").param(kept).update();
        }
    }

    @Test
    void whatIsCutOffGoesOnWhereItEnded() throws SQLException {
        aTenant();
        aRowOfNobodyInEachColumn();
        var all = opened(old).size();
        var some = columns.stream().filter(column -> !column.ofTenants()).limit(2);
        var thenNothing = Stream.of(SealedColumn.ofNobody("tenants.nowhere", "sealed", "nothing"));
        assertThatThrownBy(() -> rotation(Stream.concat(some, thenNothing).toList(), NEW, old)
                        .all())
                .hasMessageContaining("tenants.nowhere");
        var rest = rotation(columns, NEW, old).all();
        assertThat(rest.resealed()).isBetween(1L, all - 2L);
        assertThat(opened(NEW)).hasSize(all);
    }

    @Test
    void whatNoKeyOpensIsToldAndLeftAsItIs() {
        var nobodys = envelopes("a master key that somebody lost long ago", "").seal("signing key", new byte[8]);
        signingKey("nobodys", nobodys);
        var report = rotation(columns, NEW, old).all();
        assertThat(report.unreadable()).containsExactly("tenants.signing_key.sealed of nobodys");
        assertThat(jdbc.sql("select sealed from tenants.signing_key where id = 'nobodys'")
                        .query(byte[].class)
                        .single())
                .isEqualTo(nobodys);
    }

    @Test
    void moreThanOneStretchIsSealedAnew() throws SQLException {
        for (var i = 0; i < 230; i++) {
            accountMail();
        }
        var all = opened(old).size();
        assertThat(rotation(columns, NEW, old).all().resealed()).isEqualTo(all);
    }

    private TenantId aTenant() {
        var slug = "key-" + Ids.next().toString().substring(24);
        var tenant = tenants.open(NewTenant.of("Keys", slug, "EUR", "Europe/Berlin", "de"));
        TenantContext.runAs(tenant, () -> endpoints.setSecret("sixteen letters or more"));
        return tenant;
    }

    /** As they stand in databases of before there were ids, and as they are written now. */
    private void aRowOfNobodyInEachColumn() {
        accountMail();
        signingKey("key " + Ids.next(), withoutId(secrets.seal("signing key", "{}")));
        jdbc.sql("insert into tenants.person (id, email, name, password_hash, totp_seed) values (?, ?, 'P', '-', ?)")
                .params(
                        Ids.next(),
                        Ids.next() + "@shop.test",
                        withoutId(secrets.seal("totp seed", "twenty bytes of seed")))
                .update();
    }

    private void accountMail() {
        jdbc.sql("""
                        insert into tenants.account_mail (id, kind, recipient, sealed, state, next_try_at, created_at)
                        values (:id, 'CONFIRM', 'p@shop.test', :sealed, 'FAILED', :now, :now)
                        """)
                .param("id", Ids.next())
                .param("sealed", secrets.seal("account mail", "{}"))
                .param("now", Timestamp.from(Instant.parse("2026-11-30T12:00:00Z")))
                .update();
    }

    private void signingKey(String id, byte[] sealed) {
        jdbc.sql("insert into tenants.signing_key (id, sealed, created_at) values (?, ?, ?)")
                .params(id, sealed, Timestamp.from(Instant.parse("2026-11-01T12:00:00Z")))
                .update();
    }

    private static byte[] withoutId(byte[] sealed) {
        return ByteBuffer.allocate(sealed.length - 8)
                .put((byte) 1)
                .put(sealed, 9, sealed.length - 9)
                .array();
    }

    /** Every sealed value of the database by its place, opened with one master key alone. */
    private Map<String, String> opened(String masterKey) throws SQLException {
        var envelopes = envelopes(masterKey, "");
        var found = new TreeMap<String, String>();
        try (var database = TestDatabase.shared().as("postgres")) {
            for (var column : columns) {
                try (var statement = database.createStatement();
                        var rows = statement.executeQuery("select id, %2$s from %1$s where %2$s is not null %3$s"
                                .formatted(column.table(), column.column(), column.ofTenants() ? OF_A_TENANT : ""))) {
                    while (rows.next()) {
                        found.put(
                                column.table() + "." + column.column() + " " + rows.getString(1),
                                new String(envelopes.open(column.purpose(), rows.getBytes(2)), UTF_8));
                    }
                }
            }
        }
        return found;
    }

    private long versionOfEndpoint(TenantId tenant) {
        return TenantContext.callAs(
                tenant,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> jdbc.sql("select version from tracking.webhook_endpoint where tenant_id = ?")
                                .param(tenant.value())
                                .query(Long.class)
                                .single()));
    }

    private SecretRotation rotation(List<SealedColumn> of, String first, String others) {
        return new SecretRotation(of, envelopes(first, others), jdbc, transactions);
    }

    private StoredHashingKey hashing(String first, String others) {
        return new StoredHashingKey(jdbc, envelopes(first, others), first, others, transactions);
    }

    private static EnvelopeEncryption envelopes(String first, String others) {
        return new EnvelopeEncryption(MasterKeys.of(first, others));
    }

    private static void asAdministrator(String sql) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
