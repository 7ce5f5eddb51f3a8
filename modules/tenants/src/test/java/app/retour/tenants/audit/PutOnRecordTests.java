package app.retour.tenants.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.clients.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retour.testkit.TestClock;

/** Who did what is put on record with who did it, and what one says twice is there once. */
class PutOnRecordTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final AuditRecords records = mock(AuditRecords.class);
    private final TestClock clock = new TestClock();
    private final Audit audit = new Audit(records, clock);
    private final List<AuditEntry> kept = new ArrayList<>();

    @BeforeEach
    void keep() {
        clock.setTo(NOON);
        when(records.save(any())).thenAnswer(asked -> {
            AuditRecord made = asked.getArgument(0);
            kept.add(made.snapshot());
            return made;
        });
    }

    private AuditEntry recorded(Caller caller) {
        caller.call(() -> {
            audit.record("policy.published", "Policy", "p1", Map.of("version", 3));
            return true;
        });
        return kept.getLast();
    }

    @Test
    void theCallerOfTheMomentDidItNow() {
        var person = Ids.next();
        var entry = recorded(Caller.staff(new TenantId(Ids.next()), person, Scopes.ALL));
        assertThat(entry.actor()).isEqualTo(new Actor(Actor.Kind.STAFF, person.toString()));
        assertThat(entry.at()).isEqualTo(NOON);
        assertThat(entry.action()).isEqualTo("policy.published");
        assertThat(entry.subjectId()).isEqualTo("p1");
        assertThat(entry.detail()).isEqualTo(Map.of("version", 3));
    }

    @Test
    void aShopperIsNamedByNothingAndWhereNobodyIsItWasTheSystem() {
        var shopper = Caller.shopper(new TenantId(Ids.next()), Ids.next(), Set.of());
        assertThat(recorded(shopper).actor()).isEqualTo(Actor.of(Actor.Kind.SHOPPER));
        assertThat(recorded(Caller.anonymous(null)).actor()).isEqualTo(Actor.system());
    }

    @Test
    void whatWasDoneBeforeATenantWasKnownKeepsItsTimeAndIsThereOnce() {
        var id = Ids.next();
        var person = new Actor(Actor.Kind.STAFF, "ida");
        audit.pass(id, NOON.minusSeconds(60), person, "person.signed_in", "ida", Map.of());
        assertThat(kept).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry.at()).isEqualTo(NOON.minusSeconds(60));
            assertThat(entry.subjectType()).isEqualTo("Person");
        });
        when(records.existsById(id)).thenReturn(true);
        audit.pass(id, NOON.minusSeconds(60), person, "person.signed_in", "ida", Map.of());
        assertThat(kept).hasSize(1);
    }
}
