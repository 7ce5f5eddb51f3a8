package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.Idempotency;
import app.retour.api.UserError;
import app.retour.tenants.people.Invitation;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.Staff;
import app.retour.tenants.people.StaffMember;
import app.retour.tenants.people.StaffRole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** The team in the API. */
@Controller
class StaffController {
    private final Staff staff;
    private final Invitations invitations;
    private final Idempotency idempotency;

    StaffController(Staff staff, Invitations invitations, Idempotency idempotency) {
        this.staff = staff;
        this.invitations = invitations;
        this.idempotency = idempotency;
    }

    record InviteStaffInput(String email, StaffRole role, String idempotencyKey) {}

    record RevokeInvitationInput(String invitationId) {}

    record ChangeStaffRoleInput(String staffMemberId, StaffRole role) {}

    record RemoveStaffInput(String staffMemberId) {}

    record InviteStaffPayload(@Nullable Invitation invitation, List<UserError> userErrors) {}

    record RevokeInvitationPayload(boolean revoked, List<UserError> userErrors) {}

    record ChangeStaffRolePayload(@Nullable StaffMember staffMember, List<UserError> userErrors) {}

    record RemoveStaffPayload(boolean removed, List<UserError> userErrors) {}

    @QueryMapping
    Window<StaffMember> staff(ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return staff.list(page.position(), page.limit());
    }

    @QueryMapping
    Window<Invitation> invitations(ScrollSubrange subrange) {
        var page = Page.of(subrange);
        return invitations.open(page.position(), page.limit());
    }

    @MutationMapping
    InviteStaffPayload inviteStaff(@Argument InviteStaffInput input) {
        return Answers.of(
                () -> idempotency.once(
                        "inviteStaff",
                        input.idempotencyKey,
                        input,
                        () -> invitations.invite(input.email, input.role),
                        invitation -> invitation.id().toString(),
                        id -> invitations.find(UUID.fromString(id)).orElseThrow()),
                invitation -> new InviteStaffPayload(invitation, List.of()),
                errors -> new InviteStaffPayload(null, errors));
    }

    @MutationMapping
    RevokeInvitationPayload revokeInvitation(@Argument RevokeInvitationInput input) {
        return Answers.of(
                () -> {
                    invitations.revoke(GlobalId.parse(input.invitationId, "Invitation"));
                    return true;
                },
                revoked -> new RevokeInvitationPayload(revoked, List.of()),
                errors -> new RevokeInvitationPayload(false, errors));
    }

    @MutationMapping
    ChangeStaffRolePayload changeStaffRole(@Argument ChangeStaffRoleInput input) {
        return Answers.of(
                () -> staff.changeRole(GlobalId.parse(input.staffMemberId, "StaffMember"), input.role),
                member -> new ChangeStaffRolePayload(member, List.of()),
                errors -> new ChangeStaffRolePayload(null, errors));
    }

    @MutationMapping
    RemoveStaffPayload removeStaff(@Argument RemoveStaffInput input) {
        return Answers.of(
                () -> {
                    staff.remove(GlobalId.parse(input.staffMemberId, "StaffMember"));
                    return true;
                },
                removed -> new RemoveStaffPayload(removed, List.of()),
                errors -> new RemoveStaffPayload(false, errors));
    }

    @SchemaMapping(typeName = "StaffMember")
    String id(StaffMember member) {
        return GlobalId.of("StaffMember", member.id());
    }

    @SchemaMapping(typeName = "StaffMember")
    String personId(StaffMember member) {
        return GlobalId.of("Person", member.person());
    }

    @SchemaMapping(typeName = "Invitation", field = "id")
    String invitationId(Invitation invitation) {
        return GlobalId.of("Invitation", invitation.id());
    }
}
