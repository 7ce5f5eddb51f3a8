package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.api.GlobalId;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import retour.testkit.RetourTest;

/** The signed-in person, the team, its programs and what was done, as the API shows them. */
@RetourTest
class TeamInTheApiTests {
    @Autowired
    ViewerController viewers;

    @Autowired
    AuditController audits;

    @Autowired
    ApiClientController programs;

    @Autowired
    StaffController team;

    @Autowired
    Staff staff;

    @Autowired
    ApiClients clients;

    @Autowired
    Invitations invitations;

    @Autowired
    AccountFixtures fixtures;

    private final String email = AccountFixtures.anEmail();
    private Owner owner;

    @BeforeEach
    void aTeam() {
        owner = fixtures.anOwner();
    }

    /** The same person at another merchant, where they are no owner. */
    private Owner alsoInAWarehouse() {
        var other = fixtures.anOwner();
        fixtures.as(other, () -> invitations.invite(owner.email(), StaffRole.WAREHOUSE));
        invitations.accept(fixtures.tokenFor(owner.email()), null, AccountFixtures.PASSWORD, owner.email());
        return new Owner(other.tenant(), owner.person(), owner.email());
    }

    @Test
    void theyAreShownWithTheirRoleHereAndWhereElseTheyWork() {
        var there = alsoInAWarehouse();
        var viewer = fixtures.as(there, viewers::viewer);
        assertThat(viewer.name()).isEqualTo("Olga Owner");
        assertThat(viewer.email()).isEqualTo(owner.email());
        assertThat(viewer.role()).isEqualTo(StaffRole.WAREHOUSE);
        assertThat(viewer.scopes()).isSorted().containsExactlyInAnyOrderElementsOf(StaffRole.WAREHOUSE.scopes());
        assertThat(viewer.tenant().id()).isEqualTo(there.tenant());
        assertThat(viewer.memberships())
                .extracting(
                        membership -> GlobalId.parse(membership.tenantId(), "Tenant"),
                        Viewer.ViewerMembership::role,
                        Viewer.ViewerMembership::current)
                .containsExactlyInAnyOrder(
                        tuple(owner.tenant().value(), StaffRole.OWNER, false),
                        tuple(there.tenant().value(), StaffRole.WAREHOUSE, true));
    }

    @Test
    void aNameThatCannotBeIsRefusedAndNobodyIsShown() {
        var refused = fixtures.as(owner, () -> viewers.updateViewer(new ViewerController.UpdateViewerInput(" ")));
        assertThat(refused.viewer()).isNull();
        assertThat(refused.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("name"));
        assertThat(fixtures.as(owner, viewers::viewer).name()).isEqualTo("Olga Owner");
        var renamed = fixtures.as(owner, () -> viewers.updateViewer(new ViewerController.UpdateViewerInput("Ida L.")));
        assertThat(Objects.requireNonNull(renamed.viewer()).name()).isEqualTo("Ida L.");
    }

    private static AuditEntry by(Actor actor) {
        return new AuditEntry(Ids.next(), Instant.EPOCH, actor, "policy.published", "Policy", null, Map.of());
    }

    @Test
    void whoDidItIsNamedAsTheyAreCalledHere() {
        var program = fixtures.as(owner, () -> clients.create("Warehouse", List.of("returns:read")))
                .client();
        var stranger = fixtures.anOwner().person();
        var entries = List.of(
                by(new Actor(Actor.Kind.STAFF, owner.person().toString())),
                by(new Actor(Actor.Kind.INTEGRATOR, program.id().toString())),
                by(new Actor(Actor.Kind.STAFF, stranger.toString())),
                by(new Actor(Actor.Kind.INTEGRATOR, owner.person().toString())),
                by(Actor.policy()));
        var names = fixtures.as(owner, () -> audits.actorNames(entries));
        assertThat(entries.stream().map(names::get)).containsExactly("Olga Owner", "Warehouse", null, null, null);
    }

    @Test
    void theSecretOfAProgramIsShownTheFirstTimeOnly() {
        var input = new ApiClientController.CreateApiClientInput("Warehouse", List.of("returns:read"), "key");
        var made = fixtures.as(owner, () -> programs.createApiClient(input));
        assertThat(made.clientSecret()).startsWith("rcs_");
        var again = fixtures.as(owner, () -> programs.createApiClient(input));
        assertThat(Objects.requireNonNull(again.apiClient()).id())
                .isEqualTo(Objects.requireNonNull(made.apiClient()).id());
        assertThat(again.clientSecret()).isNull();
        assertThat(fixtures.as(owner, () -> clients.list(ScrollPosition.keyset(), 10)))
                .hasSize(1);
    }

    @Test
    void whoIsInvitedWithOneKeyTwiceGetsOneMail() {
        var input = new StaffController.InviteStaffInput(email, StaffRole.AGENT, "key");
        var first = Objects.requireNonNull(
                fixtures.as(owner, () -> team.inviteStaff(input)).invitation());
        var again = Objects.requireNonNull(
                fixtures.as(owner, () -> team.inviteStaff(input)).invitation());
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(fixtures.mailsTo(email)).isEqualTo(1);
    }

    @Test
    void anInvitationIsShownUntilItIsWithdrawnAndNotTwice() {
        var invited = fixtures.as(owner, () -> invitations.invite(email, StaffRole.AGENT));
        var id = team.invitationId(invited);
        assertThat(fixtures.as(owner, () -> invitations.find(invited.id()))).isPresent();
        var input = new StaffController.RevokeInvitationInput(id);
        assertThat(fixtures.as(owner, () -> team.revokeInvitation(input)).revoked())
                .isTrue();
        assertThat(fixtures.as(owner, () -> team.revokeInvitation(input)).userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void aRoleIsChangedAndAMemberRemovedByTheIdThatIsShown() {
        var person = fixtures.aMember(owner, StaffRole.AGENT);
        var id = team.id(fixtures.as(owner, () -> staff.byPerson(person)).orElseThrow());
        var changed = fixtures.as(
                owner, () -> team.changeStaffRole(new StaffController.ChangeStaffRoleInput(id, StaffRole.VIEWER)));
        assertThat(Objects.requireNonNull(changed.staffMember()).role()).isEqualTo(StaffRole.VIEWER);
        assertThat(fixtures.as(owner, () -> team.removeStaff(new StaffController.RemoveStaffInput(id)))
                        .removed())
                .isTrue();
        assertThat(fixtures.as(owner, () -> staff.byPerson(person))).isEmpty();
    }

    @Test
    void anIdOfSomethingElseChangesNobody() {
        var member = fixtures.as(owner, () -> staff.byPerson(owner.person())).orElseThrow();
        var order = GlobalId.of("Order", member.id());
        var refused = fixtures.as(
                owner, () -> team.changeStaffRole(new StaffController.ChangeStaffRoleInput(order, StaffRole.VIEWER)));
        assertThat(refused.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.id()).isEqualTo(order));
        assertThat(fixtures.as(owner, () -> team.removeStaff(new StaffController.RemoveStaffInput("nonsense")))
                        .removed())
                .isFalse();
        assertThat(fixtures.as(owner, () -> team.revokeInvitation(new StaffController.RevokeInvitationInput(order)))
                        .revoked())
                .isFalse();
        assertThat(fixtures.as(
                                owner,
                                () -> programs.revokeApiClient(new ApiClientController.RevokeApiClientInput(order)))
                        .apiClient())
                .isNull();
        assertThat(fixtures.as(owner, () -> staff.find(member.id()))).contains(member);
    }
}
