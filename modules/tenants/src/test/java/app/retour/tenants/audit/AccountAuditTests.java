package app.retour.tenants.audit;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.tenants.Authenticator;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SecondFactor;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** What people do with their accounts stands in the audit of each merchant for whom they work. */
@RetourTest
class AccountAuditTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";

    @Autowired
    AccountEventsToAudit passing;

    @Autowired
    Audit audit;

    @Autowired
    SignIns signIns;

    @Autowired
    People people;

    @Autowired
    SecondFactor factor;

    @Autowired
    Invitations invitations;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToRealTime() {
        clock.run();
    }

    @Test
    void signingInFailingAndSigningOutAreOnRecordWithoutAWordOfThePerson() {
        var owner = fixtures.anOwner();
        signIns.attempt(owner.email(), "not the password", null, "203.0.113.9");
        signIns.attempt(owner.email(), PASSWORD, null, "203.0.113.9");
        signIns.signedOut(owner.person(), owner.tenant());
        assertThat(onRecord(owner))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("person.sign_in_failed", "person.signed_in", "person.signed_out");
        var failed = only(owner, "person.sign_in_failed");
        assertThat(failed.actor()).as("nobody knows who it was").isEqualTo(Actor.system());
        assertThat(failed.detail()).isEqualTo(Map.of("wrong", "PASSWORD"));
        var signedIn = only(owner, "person.signed_in");
        assertThat(signedIn.actor())
                .isEqualTo(new Actor(Actor.Kind.STAFF, owner.person().toString()));
        assertThat(signedIn.detail()).isEqualTo(Map.of("secondFactor", "NONE"));
        assertThat(onRecord(owner))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.subjectId()).isEqualTo(owner.person().toString()))
                .noneSatisfy(entry -> assertThat(entry.toString())
                        .containsAnyOf("Olga", owner.email(), "203.0.113.9", "not the password"));
    }

    @Test
    void everyChangeOfPasswordFactorAndSessionsIsOnRecord() {
        var owner = fixtures.anOwner();
        var app = new Authenticator(factor.start(owner.person(), PASSWORD).secret());
        factor.confirm(owner.person(), app.codeAt(clock.instant()));
        signIns.attempt(owner.email(), PASSWORD, "123 456 no code", owner.email());
        var codes = factor.renewCodes(owner.person(), PASSWORD);
        signIns.attempt(owner.email(), PASSWORD, codes.getFirst(), owner.email());
        factor.disable(owner.person(), PASSWORD, codes.getLast());
        people.endOtherSessions(owner.person());
        people.changePassword(owner.person(), PASSWORD, OTHER);
        people.requestReset(owner.email(), owner.email());
        people.reset(fixtures.tokenFor(owner.email()), PASSWORD);
        assertThat(onRecord(owner))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(
                        "person.authenticator_on",
                        "person.sign_in_failed",
                        "person.recovery_codes_renewed",
                        "person.signed_in",
                        "person.authenticator_off",
                        "person.sessions_ended",
                        "person.password_changed",
                        "person.password_reset");
        assertThat(only(owner, "person.sign_in_failed").detail()).isEqualTo(Map.of("wrong", "CODE"));
        assertThat(only(owner, "person.signed_in").detail()).isEqualTo(Map.of("secondFactor", "RECOVERY_CODE"));
    }

    @Test
    void aChangeConcernsEveryMerchantAndASignInTheOneSignedInTo() {
        var owner = fixtures.anOwner();
        var other = fixtures.anOwner();
        fixtures.as(other, () -> invitations.invite(owner.email(), StaffRole.AGENT));
        invitations.accept(fixtures.tokenFor(owner.email()), null, PASSWORD, owner.email());
        signIns.switchTo(owner.person(), other.tenant());
        signIns.attempt(owner.email(), PASSWORD, null, owner.email());
        people.changePassword(owner.person(), PASSWORD, OTHER);
        assertThat(onRecord(owner)).extracting(AuditEntry::action).containsExactly("person.password_changed");
        var there = onRecord(new Owner(other.tenant(), owner.person(), owner.email()));
        assertThat(there)
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("person.signed_in", "person.password_changed");
    }

    @Test
    void anEntryIsMadeOnceAndTellsWhenItHappened() {
        var owner = fixtures.anOwner();
        var then = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        clock.setTo(then);
        var id = Ids.next();
        note(id, then, owner, "{}");
        clock.advance(Duration.ofMinutes(10));
        assertThat(onRecord(owner))
                .hasSize(1)
                .first()
                .extracting(AuditEntry::at)
                .isEqualTo(then);
        // As if a replica had died between passing it on and forgetting it.
        note(id, then, owner, "{}");
        assertThat(onRecord(owner)).hasSize(1);
        assertThat(waiting("person_id = '" + owner.person() + "'")).isZero();
    }

    @Test
    void oneThatCannotBePassedOnKeepsNoOtherWaiting() {
        var owner = fixtures.anOwner();
        signIns.attempt(owner.email(), PASSWORD, null, owner.email());
        var poisoned = new UUID(1, 1);
        note(poisoned, clock.instant(), owner, "[]");
        try {
            assertThat(onRecord(owner)).extracting(AuditEntry::action).containsExactly("person.signed_in");
            assertThat(waiting("id = '" + poisoned + "'")).as("it waits").isOne();
        } finally {
            jdbc.sql("delete from tenants.account_event where id = ?")
                    .param(poisoned)
                    .update();
        }
    }

    @Test
    void nobodysAddressLeavesNothing() {
        signIns.attempt(anEmail(), PASSWORD, null, anEmail());
        passing.run();
        assertThat(waiting("person_id is null")).isZero();
    }

    private void note(UUID id, Instant at, Owner owner, String detail) {
        jdbc.sql("""
                        insert into tenants.account_event (id, at, action, person_id, by_person, detail)
                        values (?, ?, 'person.signed_in', ?, true, ?::jsonb)
                        """).params(id, Timestamp.from(at), owner.person(), detail).update();
    }

    private long waiting(String which) {
        return jdbc.sql("select count(*) from tenants.account_event where " + which)
                .query(Long.class)
                .single();
    }

    private AuditEntry only(Owner owner, String action) {
        var found = onRecord(owner).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** In no order: what happens within a millisecond stands side by side. */
    private List<AuditEntry> onRecord(Owner owner) {
        passing.run();
        var search = new AuditSearch(null, "Person", owner.person().toString(), null);
        return TenantContext.callAs(owner.tenant(), () -> audit.list(search, ScrollPosition.keyset(), 50))
                .getContent();
    }
}
