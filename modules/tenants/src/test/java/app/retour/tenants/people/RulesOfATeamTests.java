package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.Meanwhile;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** Who may change whose role, and what follows. */
@RetourTest
class RulesOfATeamTests {
    @Autowired
    Staff staff;

    @Autowired
    Persons persons;

    @Autowired
    Directory directory;

    @Autowired
    Meanwhile meanwhile;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    AccountFixtures fixtures;

    private Owner owner;

    @BeforeEach
    void aTeam() {
        owner = fixtures.anOwner();
    }

    private UUID membership(UUID person) {
        return TenantContext.callAs(
                owner.tenant(), () -> staff.byPerson(person).orElseThrow().id());
    }

    private StaffRole change(UUID person, StaffRole role) {
        var member = membership(person);
        return fixtures.as(owner, () -> staff.changeRole(member, role)).role();
    }

    private boolean remove(UUID membership) {
        return fixtures.as(owner, () -> {
            staff.remove(membership);
            return true;
        });
    }

    private int epoch(UUID person) {
        return persons.get(person).epoch();
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code) {
        assertThatThrownBy(asking).satisfies(refused -> isRefusal(refused, code));
    }

    private static void isRefusal(Throwable refused, ErrorCode code) {
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly("staffMemberId");
        });
    }

    @Test
    void aNewRoleEndsTheirSessionsAndIsOnRecord() {
        var agent = fixtures.aMember(owner, StaffRole.AGENT);
        var before = epoch(agent);
        assertThat(change(agent, StaffRole.VIEWER)).isEqualTo(StaffRole.VIEWER);
        assertThat(epoch(agent)).isGreaterThan(before);
        assertThat(fixtures.onRecord(owner, "staff.role_changed"))
                .singleElement()
                .extracting(AuditEntry::subjectId, AuditEntry::detail)
                .containsExactly(membership(agent).toString(), Map.of("before", "AGENT", "after", "VIEWER"));
    }

    @Test
    void theRoleTheyHaveAlreadyChangesNothing() {
        var before = epoch(owner.person());
        assertThat(change(owner.person(), StaffRole.OWNER)).isEqualTo(StaffRole.OWNER);
        assertThat(epoch(owner.person())).isEqualTo(before);
        assertThat(fixtures.onRecord(owner, "staff.role_changed")).isEmpty();
    }

    @Test
    void theLastOwnerStaysOneAndStays() {
        fixtures.aMember(owner, StaffRole.AGENT);
        var last = membership(owner.person());
        refuses(
                () -> TenantContext.callAs(owner.tenant(), () -> staff.changeRole(last, StaffRole.AGENT)),
                ErrorCode.WRONG_STATE);
        refuses(() -> remove(last), ErrorCode.WRONG_STATE);
        assertThat(TenantContext.callAs(owner.tenant(), () -> staff.find(last)))
                .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(StaffRole.OWNER));
        assertThat(fixtures.onRecord(owner, "staff.removed")).isEmpty();
    }

    @Test
    void ofTwoOwnersOneMayGo() {
        var other = fixtures.aMember(owner, StaffRole.OWNER);
        var membership = membership(other);
        var before = epoch(other);
        remove(membership);
        assertThat(TenantContext.callAs(owner.tenant(), () -> staff.find(membership)))
                .isEmpty();
        assertThat(directory.ofPerson(other)).isEmpty();
        assertThat(epoch(other)).isGreaterThan(before);
        assertThat(fixtures.onRecord(owner, "staff.removed"))
                .singleElement()
                .extracting(AuditEntry::subjectId, AuditEntry::detail)
                .containsExactly(membership.toString(), Map.of("person", other.toString(), "role", "OWNER"));
    }

    @Test
    void nobodyChangesTheirOwnRole() {
        fixtures.aMember(owner, StaffRole.OWNER);
        refuses(() -> change(owner.person(), StaffRole.AGENT), ErrorCode.FORBIDDEN);
    }

    @Test
    void ofTwoOwnersWhoRemoveEachOtherAtOnceOneStays() {
        var one = membership(owner.person());
        var other = membership(fixtures.aMember(owner, StaffRole.OWNER));
        var second = meanwhile.begin(owner.tenant(), () -> staff.remove(other), () -> remove(one));
        isRefusal(second.exceptionNow(), ErrorCode.WRONG_STATE);
        assertThat(TenantContext.callAs(owner.tenant(), () -> staff.find(one))).isPresent();
        assertThat(TenantContext.callAs(owner.tenant(), () -> staff.find(other)))
                .isEmpty();
    }

    @Test
    void whoIsNotThereCannotBeChanged() {
        refuses(() -> fixtures.as(owner, () -> staff.changeRole(Ids.next(), StaffRole.AGENT)), ErrorCode.NOT_FOUND);
        refuses(() -> remove(Ids.next()), ErrorCode.NOT_FOUND);
    }

    private void join(UUID person, StaffRole role) {
        TenantContext.runAs(
                owner.tenant(), () -> transactions.executeWithoutResult(_ -> staff.join(person, owner.tenant(), role)));
    }

    @Test
    void whoJoinsIsFoundFromThenOnAndWhoIsThereAlreadyKeepsTheirRole() {
        var known = fixtures.anOwner().person();
        var before = epoch(known);
        join(known, StaffRole.VIEWER);
        assertThat(directory.ofPerson(known)).hasSize(2).contains(owner.tenant());
        assertThat(epoch(known)).isGreaterThan(before);
        join(known, StaffRole.OWNER);
        assertThat(TenantContext.callAs(owner.tenant(), () -> staff.byPerson(known)))
                .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(StaffRole.VIEWER));
        assertThat(directory.ofPerson(known)).hasSize(2);
    }
}
