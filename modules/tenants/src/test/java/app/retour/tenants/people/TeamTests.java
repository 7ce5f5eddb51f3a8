package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.audit.AuditSearch;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import retour.testkit.RetourTest;

@RetourTest
class TeamTests {
    @Autowired
    Staff staff;

    @Autowired
    Invitations invitations;

    @Autowired
    SignIns signIns;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    AccountFixtures fixtures;

    @Test
    void anInvitedPersonJoinsWithTheirRole() {
        var owner = fixtures.anOwner();
        var person = fixtures.aMember(owner, StaffRole.WAREHOUSE);
        assertThat(signIns.at(person, owner.tenant()).orElseThrow().role()).isEqualTo(StaffRole.WAREHOUSE);
        assertThat(fixtures.as(owner, () -> staff.list(ScrollPosition.keyset(), 10))
                        .getContent())
                .extracting(StaffMember::role)
                .containsExactly(StaffRole.OWNER, StaffRole.WAREHOUSE);
    }

    @Test
    void aKnownPersonJoinsAnotherTeamByTheirPresentPassword() {
        var owner = fixtures.anOwner();
        var other = fixtures.anOwner();
        fixtures.as(owner, () -> invitations.invite(other.email(), StaffRole.AGENT));
        var token = fixtures.tokenFor(other.email());
        assertThat(invitations.offer(token).orElseThrow().accountExists()).isTrue();
        refused(ErrorCode.INVALID, () -> invitations.accept(token, null, "not their password at all", "here"));
        invitations.accept(token, null, PASSWORD, "here");
        assertThat(people.tenantsOf(other.person())).containsExactlyInAnyOrder(owner.tenant(), other.tenant());
        assertThat(signIns.switchTo(other.person(), owner.tenant())
                        .orElseThrow()
                        .role())
                .isEqualTo(StaffRole.AGENT);
    }

    @Test
    void anInvitationIsGoodOnceAndNotAfterItIsWithdrawn() {
        var owner = fixtures.anOwner();
        var email = anEmail();
        var invitation = fixtures.as(owner, () -> invitations.invite(email, StaffRole.VIEWER));
        var token = fixtures.tokenFor(email);
        fixtures.as(owner, () -> {
            invitations.revoke(invitation.id());
            return true;
        });
        assertThat(invitations.offer(token)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> invitations.accept(token, "Vera", PASSWORD, "here"));
    }

    @Test
    void aChangedRoleEndsEverySessionOfThePerson() {
        var owner = fixtures.anOwner();
        var person = fixtures.aMember(owner, StaffRole.AGENT);
        var before = signIns.at(person, owner.tenant()).orElseThrow();
        fixtures.as(owner, () -> staff.changeRole(membership(person), StaffRole.VIEWER));
        var after = signIns.at(person, owner.tenant()).orElseThrow();
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(after.role()).isEqualTo(StaffRole.VIEWER);
    }

    @Test
    void aRemovedMemberIsStaffNoLonger() {
        var owner = fixtures.anOwner();
        var person = fixtures.aMember(owner, StaffRole.AGENT);
        fixtures.as(owner, () -> {
            staff.remove(membership(person));
            return true;
        });
        assertThat(signIns.at(person, owner.tenant())).isEmpty();
        assertThat(people.tenantsOf(person)).isEmpty();
    }

    @Test
    void theLastOwnerStays() {
        var owner = fixtures.anOwner();
        fixtures.as(owner, () -> {
            refused(ErrorCode.WRONG_STATE, () -> staff.remove(membership(owner.person())));
            refused(ErrorCode.FORBIDDEN, () -> staff.changeRole(membership(owner.person()), StaffRole.VIEWER));
            return true;
        });
    }

    @Test
    void nobodySeesOrChangesAnotherMerchantsTeam() {
        var owner = fixtures.anOwner();
        var stranger = fixtures.anOwner();
        var member = fixtures.as(owner, () -> membership(owner.person()));
        fixtures.as(stranger, () -> {
            assertThat(staff.find(member)).isEmpty();
            refused(ErrorCode.NOT_FOUND, () -> staff.changeRole(member, StaffRole.VIEWER));
            return true;
        });
    }

    @Test
    void whatWasDoneStandsInTheAuditPageByPage() {
        var owner = fixtures.anOwner();
        fixtures.aMember(owner, StaffRole.AGENT);
        fixtures.as(owner, () -> {
            var search = new AuditSearch(null, null, null, null);
            var first = audit.list(search, ScrollPosition.keyset(), 2);
            assertThat(first.hasNext()).isTrue();
            var second = audit.list(search, first.positionAt(first.size() - 1), 10);
            assertThat(java.util.stream.Stream.concat(first.stream(), second.stream()))
                    .extracting(AuditEntry::action)
                    .containsExactly("staff.joined", "staff.invited", "staff.joined", "tenant.opened");
            return true;
        });
    }

    private UUID membership(UUID person) {
        return staff.byPerson(person).orElseThrow().id();
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
