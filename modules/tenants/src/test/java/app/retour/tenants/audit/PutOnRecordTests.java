package app.retour.tenants.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** Who did what is put on record with who did it, and what one says twice is there once. */
@RetourTest
class PutOnRecordTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final TenantId shop = new TenantId(Ids.next());

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    @BeforeEach
    void noon() {
        clock.setTo(NOON);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private List<AuditEntry> kept() {
        var all = new AuditSearch(null, null, null, null);
        return TenantContext.callAs(shop, () -> audit.list(all, ScrollPosition.keyset(), 10))
                .getContent();
    }

    /** Newest first. */
    private AuditEntry recorded(Caller caller) {
        TenantContext.runAs(
                shop,
                () -> caller.call(() -> {
                    audit.record("policy.published", "Policy", "p1", Map.of("version", 3));
                    return true;
                }));
        return kept().getFirst();
    }

    @Test
    void theCallerOfTheMomentDidItNow() {
        var person = Ids.next();
        var entry = recorded(Caller.staff(shop, person, Scopes.ALL));
        assertThat(entry.actor()).isEqualTo(new Actor(Actor.Kind.STAFF, person.toString()));
        assertThat(entry.at()).isEqualTo(NOON);
        assertThat(entry.action()).isEqualTo("policy.published");
        assertThat(entry.subjectType()).isEqualTo("Policy");
        assertThat(entry.subjectId()).isEqualTo("p1");
        assertThat(entry.detail()).isEqualTo(Map.of("version", 3));
        assertThat(TenantContext.callAs(shop, () -> audit.find(entry.id()))).contains(entry);
    }

    @Test
    void aShopperIsNamedByNothingAndWhereNobodyIsItWasTheSystem() {
        assertThat(recorded(Caller.shopper(shop, Ids.next(), Set.of())).actor())
                .isEqualTo(Actor.of(Actor.Kind.SHOPPER));
        assertThat(recorded(Caller.anonymous(null)).actor()).isEqualTo(Actor.system());
        assertThat(kept()).as("one does not take another's place").hasSize(2);
    }

    @Test
    void whatWasDoneBeforeATenantWasKnownKeepsItsTimeAndIsThereOnce() {
        var id = Ids.next();
        var person = new Actor(Actor.Kind.STAFF, "ida");
        for (var time = 0; time < 2; time++) {
            TenantContext.runAs(
                    shop, () -> audit.pass(id, NOON.minusSeconds(60), person, "person.signed_in", "ida", Map.of()));
        }
        assertThat(kept()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry.at()).isEqualTo(NOON.minusSeconds(60));
            assertThat(entry.actor()).isEqualTo(person);
            assertThat(entry.subjectType()).isEqualTo("Person");
        });
    }

    @Test
    void whatIsNotAskedForIsNotTold() {
        recorded(Caller.staff(shop, Ids.next(), Scopes.ALL));
        var other = new TenantId(Ids.next());
        for (var search : List.of(
                new AuditSearch("policy.drafted", null, null, null),
                new AuditSearch(null, "Person", null, null),
                new AuditSearch(null, null, "p2", null),
                new AuditSearch(null, null, null, Ids.next().toString()))) {
            assertThat(TenantContext.callAs(shop, () -> audit.list(search, ScrollPosition.keyset(), 10)))
                    .as(search.toString())
                    .isEmpty();
        }
        assertThat(TenantContext.callAs(
                        other, () -> audit.find(kept().getFirst().id())))
                .as("by another merchant")
                .isEmpty();
    }
}
