package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import retour.testkit.TestClock;

/** Who may change whose role, and what follows. */
class RulesOfATeamTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final StaffMemberships memberships = mock(StaffMemberships.class);
    private final Persons persons = mock(Persons.class);
    private final Directory directory = mock(Directory.class);
    private final Audit audit = mock(Audit.class);
    private final Staff staff = new Staff(memberships, persons, directory, audit, new TestClock());

    private StaffMembership member(StaffRole role) {
        var person = new PersonRecord(Ids.next(), "p@example.com", "P", "{hash}", 1, null, false, null);
        var membership = new StaffMembership(person.id(), role, Instant.EPOCH);
        when(memberships.findById(membership.id())).thenReturn(Optional.of(membership));
        when(memberships.findByPersonId(person.id())).thenReturn(Optional.of(membership));
        when(persons.find(person.id())).thenReturn(Optional.of(person));
        when(memberships.saveAndFlush(membership)).thenReturn(membership);
        return membership;
    }

    private void owners(StaffMembership... owners) {
        when(memberships.findByRole(StaffRole.OWNER)).thenReturn(List.of(owners));
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly("staffMemberId");
        });
    }

    @Test
    void aNewRoleEndsTheirSessionsAndIsOnRecord() {
        var agent = member(StaffRole.AGENT);
        owners(member(StaffRole.OWNER));
        assertThat(staff.changeRole(agent.id(), StaffRole.VIEWER).role()).isEqualTo(StaffRole.VIEWER);
        verify(persons).endSessions(agent.person());
        verify(audit)
                .record(
                        "staff.role_changed",
                        "StaffMember",
                        agent.id().toString(),
                        Map.of("before", "AGENT", "after", "VIEWER"));
    }

    @Test
    void theRoleTheyHaveAlreadyChangesNothing() {
        var owner = member(StaffRole.OWNER);
        owners(owner);
        assertThat(staff.changeRole(owner.id(), StaffRole.OWNER).role()).isEqualTo(StaffRole.OWNER);
        verifyNoInteractions(audit);
        verify(persons, never()).endSessions(any());
    }

    @Test
    void theLastOwnerStaysOneAndStays() {
        var owner = member(StaffRole.OWNER);
        owners(owner);
        refuses(() -> staff.changeRole(owner.id(), StaffRole.AGENT), ErrorCode.WRONG_STATE);
        refuses(() -> staff.remove(owner.id()), ErrorCode.WRONG_STATE);
        verify(memberships, never()).delete(any());
        verifyNoInteractions(audit);
    }

    @Test
    void ofTwoOwnersOneMayGo() {
        var owner = member(StaffRole.OWNER);
        owners(owner, member(StaffRole.OWNER));
        TenantContext.runAs(SHOP, () -> staff.remove(owner.id()));
        verify(memberships).delete(owner);
        verify(directory).removePerson(owner.person(), SHOP);
        verify(persons).endSessions(owner.person());
        verify(audit)
                .record(
                        "staff.removed",
                        "StaffMember",
                        owner.id().toString(),
                        Map.of("person", owner.person().toString(), "role", "OWNER"));
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        var owner = member(StaffRole.OWNER);
        owners(owner, member(StaffRole.OWNER));
        var them = Caller.staff(SHOP, owner.person(), Scopes.ALL);
        refuses(() -> them.call(() -> staff.changeRole(owner.id(), StaffRole.AGENT)), ErrorCode.FORBIDDEN);
    }

    /** Or two owners would remove each other at once. */
    @Test
    void theOwnersAreHeldBeforeAnybodyIsLookedAt() {
        var agent = member(StaffRole.AGENT);
        owners(member(StaffRole.OWNER));
        TenantContext.runAs(SHOP, () -> staff.remove(agent.id()));
        var order = inOrder(memberships);
        order.verify(memberships).findByRole(StaffRole.OWNER);
        order.verify(memberships).findById(agent.id());
    }

    @Test
    void whoIsNotThereCannotBeChanged() {
        refuses(() -> staff.changeRole(Ids.next(), StaffRole.AGENT), ErrorCode.NOT_FOUND);
        refuses(() -> staff.remove(Ids.next()), ErrorCode.NOT_FOUND);
    }

    @Test
    void whoJoinsIsFoundFromThenOnAndWhoIsThereAlreadyKeepsTheirRole() {
        var person = Ids.next();
        when(memberships.findByPersonId(person)).thenReturn(Optional.empty());
        when(memberships.save(any())).thenAnswer(asked -> asked.getArgument(0));
        staff.join(person, SHOP, StaffRole.AGENT);
        verify(directory).addPerson(person, SHOP);
        verify(persons).endSessions(person);
        var known = member(StaffRole.VIEWER);
        staff.join(known.person(), SHOP, StaffRole.OWNER);
        assertThat(known.role()).isEqualTo(StaffRole.VIEWER);
        verify(directory, never()).addPerson(known.person(), SHOP);
    }
}
