package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A portal's place leads to one merchant for good: links in old mails work, and nobody gets another's. */
class PlacesOfPortalsTests {
    private final TenantId shop = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());
    private final Map<String, TenantId> kept = new HashMap<>();

    /** The directory over a table that one place can be added to once. */
    private final Directory directory = new Directory(table());

    private JdbcClient table() {
        var jdbc = mock(JdbcClient.class);
        when(jdbc.sql(startsWith("select"))).thenAnswer(_ -> {
            var looking = mock(JdbcClient.StatementSpec.class, RETURNS_DEEP_STUBS);
            when(looking.params(any(), any())).thenAnswer(asked -> {
                var found = Optional.ofNullable(kept.get(asked.<String>getArgument(1))).stream()
                        .toList();
                when(looking.query(any(RowMapper.class)).list()).thenReturn(found);
                return looking;
            });
            return looking;
        });
        when(jdbc.sql(startsWith("insert"))).thenAnswer(_ -> {
            var adding = mock(JdbcClient.StatementSpec.class);
            when(adding.params(any(), any(), any())).thenAnswer(asked -> {
                kept.put(asked.getArgument(1), new TenantId(asked.getArgument(2)));
                return adding;
            });
            return adding;
        });
        return jdbc;
    }

    @Test
    void aPlaceIsOfWhoCameFirst() {
        directory.addSlug("books", shop);
        assertThat(directory.bySlug("books")).contains(shop);
        assertThatThrownBy(() -> directory.addSlug("books", other)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.TAKEN);
            assertThat(refusal.field()).containsExactly("slug");
        });
        assertThat(directory.bySlug("books")).contains(shop);
    }

    @Test
    void whoComesBackToAFormerPlaceHasItStill() {
        directory.addSlug("books", shop);
        directory.addSlug("more-books", shop);
        directory.addSlug("books", shop);
        assertThat(kept).containsOnly(Map.entry("books", shop), Map.entry("more-books", shop));
    }

    @Test
    void nobodyIsFoundWhereNobodyIs() {
        assertThat(directory.bySlug("books")).isEmpty();
        assertThat(directory.byClient("rc_1")).isEmpty();
        assertThat(directory.ofPerson(Ids.next())).isEmpty();
    }
}
