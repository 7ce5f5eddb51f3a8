package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.Brand;
import app.retour.tenants.Tenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.clients.ApiClient;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.clients.IssuedClient;
import app.retour.tenants.people.Invitation;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.People;
import app.retour.tenants.people.Person;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffMember;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.people.StaffSession;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The signed-in person, the team, its programs and what was done, as the API shows them. */
class TeamInTheApiTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final TenantId OTHER = new TenantId(Ids.next());
    private static final UUID IDA = Ids.next();
    private final People people = mock(People.class);
    private final SignIns signIns = mock(SignIns.class);
    private final Tenants tenants = mock(Tenants.class);
    private final ViewerController viewers = new ViewerController(people, signIns, tenants);

    private static Tenant tenant(TenantId id, String name, String slug) {
        return new Tenant(
                id,
                0,
                name,
                slug,
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                true,
                new Brand("#1f5a4d", null),
                null,
                null,
                null);
    }

    private static <T> T asIda(Supplier<T> action) {
        return TenantContext.callAs(
                SHOP, () -> Caller.staff(SHOP, IDA, Set.of()).call(action));
    }

    private void idaWorksAtTwo() {
        when(tenants.current())
                .thenAnswer(_ -> TenantContext.current().equals(SHOP)
                        ? tenant(SHOP, "Books", "books")
                        : tenant(OTHER, "Shoes", "shoes"));
        when(people.tenantsOf(IDA)).thenReturn(List.of(OTHER, SHOP, new TenantId(Ids.next())));
        when(signIns.at(IDA, SHOP)).thenReturn(Optional.of(new StaffSession(IDA, SHOP, StaffRole.WAREHOUSE, 1)));
        when(signIns.at(IDA, OTHER)).thenReturn(Optional.of(new StaffSession(IDA, OTHER, StaffRole.OWNER, 1)));
        when(people.get(IDA)).thenReturn(new Person(IDA, "ida@example.com", "Ida", true));
    }

    @Test
    void theyAreShownWithTheirRoleHereAndWhereElseTheyWork() {
        idaWorksAtTwo();
        var viewer = asIda(viewers::viewer);
        assertThat(viewer.name()).isEqualTo("Ida");
        assertThat(viewer.role()).isEqualTo(StaffRole.WAREHOUSE);
        assertThat(viewer.scopes()).isSorted().containsExactlyInAnyOrderElementsOf(StaffRole.WAREHOUSE.scopes());
        assertThat(viewer.memberships())
                .extracting(
                        Viewer.ViewerMembership::name, Viewer.ViewerMembership::role, Viewer.ViewerMembership::current)
                .containsExactly(tuple("Shoes", StaffRole.OWNER, false), tuple("Books", StaffRole.WAREHOUSE, true));
        assertThat(GlobalId.parse(viewer.memberships().getFirst().tenantId(), "Tenant"))
                .isEqualTo(OTHER.value());
    }

    @Test
    void aNameThatCannotBeIsRefusedAndNobodyIsShown() {
        idaWorksAtTwo();
        when(people.rename(IDA, " "))
                .thenThrow(new Refusal(ErrorCode.REQUIRED, "A name has 1 to 100 characters", "name"));
        var refused = asIda(() -> viewers.updateViewer(new ViewerController.UpdateViewerInput(" ")));
        assertThat(refused.viewer()).isNull();
        assertThat(refused.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("name"));
        assertThat(asIda(() -> viewers.updateViewer(new ViewerController.UpdateViewerInput("Ida L.")))
                        .viewer())
                .isNotNull();
    }

    private final Staff staff = mock(Staff.class);
    private final ApiClients clients = mock(ApiClients.class);
    private final AuditController audits = new AuditController(mock(Audit.class), staff, clients);

    private static AuditEntry by(Actor actor) {
        return new AuditEntry(Ids.next(), Instant.EPOCH, actor, "policy.published", "Policy", null, Map.of());
    }

    private static StaffMember member(UUID person, String name) {
        return new StaffMember(Ids.next(), person, name, "p@example.com", StaffRole.AGENT, false, Instant.EPOCH);
    }

    @Test
    void whoDidItIsNamedAndLookedForOnceHoweverOftenTheyAreThere() {
        var program = Ids.next();
        when(staff.byPerson(IDA)).thenReturn(Optional.of(member(IDA, "Ida")));
        when(clients.find(program))
                .thenReturn(
                        Optional.of(new ApiClient(program, "rc_1", "Warehouse", List.of(), Instant.EPOCH, null, null)));
        var gone = new Actor(Actor.Kind.STAFF, Ids.next().toString());
        var entries = List.of(
                by(new Actor(Actor.Kind.STAFF, IDA.toString())),
                by(new Actor(Actor.Kind.STAFF, IDA.toString())),
                by(new Actor(Actor.Kind.INTEGRATOR, program.toString())),
                by(gone),
                by(Actor.policy()));
        var names = audits.actorNames(entries);
        assertThat(entries.stream().map(names::get)).containsExactly("Ida", "Ida", "Warehouse", null, null);
        verify(staff, times(1)).byPerson(IDA);
    }

    private final Idempotency idempotency = mock(Idempotency.class);
    private final ApiClientController programs = new ApiClientController(clients, idempotency);

    /** Does it the first time, and finds it again by what was stored of it the second. */
    private void onceAndAgain(String id) {
        when(idempotency.once(anyString(), anyString(), any(), any(), any(), any()))
                .thenAnswer(asked -> asked.<Supplier<?>>getArgument(3).get())
                .thenAnswer(asked -> asked.<Function<String, ?>>getArgument(5).apply(id));
    }

    @Test
    void theSecretOfAProgramIsShownTheFirstTimeOnly() {
        var made = new ApiClient(Ids.next(), "rc_1", "Warehouse", List.of("returns:read"), Instant.EPOCH, null, null);
        when(clients.create("Warehouse", List.of("returns:read"))).thenReturn(new IssuedClient(made, "rcs_secret"));
        when(clients.find(made.id())).thenReturn(Optional.of(made));
        onceAndAgain(made.id().toString());
        var input = new ApiClientController.CreateApiClientInput("Warehouse", List.of("returns:read"), "key");
        assertThat(programs.createApiClient(input).clientSecret()).isEqualTo("rcs_secret");
        var again = programs.createApiClient(input);
        assertThat(again.apiClient()).isEqualTo(made);
        assertThat(again.clientSecret()).isNull();
        verify(clients, times(1)).create(any(), any());
    }

    private final Invitations invitations = mock(Invitations.class);
    private final StaffController team = new StaffController(staff, invitations, idempotency);

    @Test
    void whoIsInvitedWithOneKeyTwiceGetsOneMail() {
        var invitation = new Invitation(Ids.next(), "bob@example.com", StaffRole.AGENT, Instant.EPOCH, Instant.EPOCH);
        when(invitations.invite("bob@example.com", StaffRole.AGENT)).thenReturn(invitation);
        when(invitations.find(invitation.id())).thenReturn(Optional.of(invitation));
        onceAndAgain(invitation.id().toString());
        var input = new StaffController.InviteStaffInput("bob@example.com", StaffRole.AGENT, "key");
        assertThat(team.inviteStaff(input).invitation()).isEqualTo(invitation);
        assertThat(team.inviteStaff(input).invitation()).isEqualTo(invitation);
        verify(invitations, times(1)).invite(any(), any());
    }

    @Test
    void anIdOfSomethingElseChangesNobody() {
        var order = GlobalId.of("Order", Ids.next());
        assertThat(team.changeStaffRole(new StaffController.ChangeStaffRoleInput(order, StaffRole.OWNER))
                        .userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.id()).isEqualTo(order));
        assertThat(team.removeStaff(new StaffController.RemoveStaffInput("nonsense"))
                        .removed())
                .isFalse();
        assertThat(team.revokeInvitation(new StaffController.RevokeInvitationInput(order))
                        .revoked())
                .isFalse();
        assertThat(programs.revokeApiClient(new ApiClientController.RevokeApiClientInput(order))
                        .apiClient())
                .isNull();
        verifyNoInteractions(staff, invitations, clients);
    }
}
