package app.retour.orders.rows;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.rows.RowWriter.Table;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import retour.testkit.RetourTest;

/** Many rows are written as few are: all or none, each in its tenant, and nothing is left where they came through. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class CopiedRowsIntegrationTests {
    private static final Table SHOPPER = Table.replacing(
            "shopper", "email", List.of("id", "email", "created_at"), List.of("full_name", "tags", "updated_at"));
    private static final String NASTY = "\\N\t\"Ada\"\n\\.\r{Ä,🦊}";

    @Autowired
    RowWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Tenants tenants;

    private TenantId shop = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        shop = aTenant(tenants);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(shop, () -> transactions.execute(_ -> action.get()));
    }

    private static List<MapSqlParameterSource> people(int many, String name) {
        return IntStream.range(0, many)
                .mapToObj(i -> new MapSqlParameterSource("id", Ids.next())
                        .addValue("email", "p" + i + "@example.com")
                        .addValue("full_name", name)
                        .addValue("tags", new String[] {name, "NULL", ""})
                        .addValue("created_at", OffsetDateTime.parse("2026-11-30T12:00:00Z"))
                        .addValue("updated_at", OffsetDateTime.parse("2026-11-30T12:00:00.123456Z")))
                .toList();
    }

    private boolean write(Table table, List<MapSqlParameterSource> rows) {
        return as(() -> {
            writer.write(table, rows);
            return true;
        });
    }

    private List<String> stored() {
        return as(() -> jdbc.sql("select to_jsonb(s) - 'id' - 'tenant_id' from orders.shopper s order by email")
                .query(String.class)
                .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", NASTY, ""})
    void whatIsCopiedIsWhatIsWrittenRowByRow(String name) {
        write(SHOPPER, people(RowWriter.MANY, name));
        var copied = stored();
        shop = aTenant(tenants);
        for (var one : people(RowWriter.MANY, name)) {
            write(SHOPPER, List.of(one));
        }
        assertThat(copied).hasSize(RowWriter.MANY).isEqualTo(stored());
    }

    @Test
    void whoIsKnownAlreadyIsReplacedAndKeepsTheirId() {
        write(SHOPPER, people(60, "Ada"));
        var ids = as(() -> jdbc.sql("select id::text from orders.shopper")
                .query(String.class)
                .list());
        write(SHOPPER, people(80, "Grace"));
        assertThat(as(() -> jdbc.sql("select id::text from orders.shopper")
                        .query(String.class)
                        .list()))
                .hasSize(80)
                .containsAll(ids);
        assertThat(as(() -> jdbc.sql("select distinct full_name from orders.shopper")
                        .query(String.class)
                        .list()))
                .containsExactly("Grace");
    }

    @Test
    void nothingStaysWhereTheyCameThroughAndNobodyElseSeesIt() {
        as(() -> {
            writer.write(SHOPPER, people(60, "Ada"));
            writer.write(SHOPPER, people(70, "Grace"));
            assertThat(jdbc.sql("select count(*) from pg_temp." + SHOPPER.staged())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select relpersistence from pg_class where oid = cast(? as regclass)")
                            .param("pg_temp." + SHOPPER.staged())
                            .query(String.class)
                            .single())
                    .as("of this connection alone, and in no log")
                    .isEqualTo("t");
            return true;
        });
        assertThat(stored()).hasSize(70);
    }

    @Test
    void whatIsRefusedIsRefusedWholeAndAsSingleRowsAre() {
        write(SHOPPER, people(60, "Ada"));
        var before = stored();
        assertThatThrownBy(() -> write(SHOPPER.ofNew(), people(60, "Grace"))).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> write(SHOPPER, people(60, "nul \0 is no text")))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(stored()).isEqualTo(before);
        write(SHOPPER, people(60, "Grace"));
        assertThat(stored()).as("the connection goes on").hasSize(60).doesNotContainAnyElementsOf(before);
    }

    @Test
    void anotherTenantsRowsAreNeitherSeenNorReplaced() {
        write(SHOPPER, people(60, "Ada"));
        var theirs = stored();
        var first = shop;
        shop = aTenant(tenants);
        write(SHOPPER, people(60, "Grace"));
        assertThat(stored()).hasSize(60).doesNotContainAnyElementsOf(theirs);
        shop = first;
        assertThat(stored()).isEqualTo(theirs);
    }
}
