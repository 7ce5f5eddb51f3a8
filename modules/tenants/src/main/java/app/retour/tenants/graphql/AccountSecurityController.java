package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SecondFactor;
import app.retour.tenants.people.TotpSecret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How the signed-in person is let in: password, authenticator app, codes on paper, sessions. */
@Controller
class AccountSecurityController {
    private final People people;
    private final SecondFactor factor;
    private final OwnSession session;
    private final ViewerController viewer;

    AccountSecurityController(People people, SecondFactor factor, OwnSession session, ViewerController viewer) {
        this.people = people;
        this.factor = factor;
        this.session = session;
        this.viewer = viewer;
    }

    record ChangePasswordInput(String currentPassword, String password) {}

    record StartTotpInput(String currentPassword) {}

    record ConfirmTotpInput(String code) {}

    record DisableTotpInput(String currentPassword, String code) {}

    record RenewRecoveryCodesInput(String currentPassword) {}

    record EndSessionsInput(@Nullable String sessionId) {}

    record ChangePasswordPayload(boolean changed, List<UserError> userErrors) {}

    record StartTotpPayload(
            @Nullable String otpauthUri, @Nullable String secret, List<UserError> userErrors) {
        static StartTotpPayload of(TotpSecret shown) {
            return new StartTotpPayload(shown.uri(), shown.secret(), List.of());
        }

        static StartTotpPayload refused(List<UserError> errors) {
            return new StartTotpPayload(null, null, errors);
        }
    }

    record ConfirmTotpPayload(@Nullable Viewer viewer, List<String> recoveryCodes, List<UserError> userErrors) {}

    record DisableTotpPayload(@Nullable Viewer viewer, List<UserError> userErrors) {}

    record RenewRecoveryCodesPayload(List<String> recoveryCodes, List<UserError> userErrors) {}

    record EndSessionsPayload(@Nullable Viewer viewer, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Viewer")
    int recoveryCodesLeft() {
        return factor.codesLeft(OwnSession.person());
    }

    @SchemaMapping(typeName = "Viewer")
    List<OwnSession.Shown> sessions() {
        return session.all();
    }

    @MutationMapping
    ChangePasswordPayload changePassword(@Argument ChangePasswordInput input) {
        return Answers.of(
                () -> {
                    session.goOn(people.changePassword(OwnSession.person(), input.currentPassword, input.password));
                    return true;
                },
                changed -> new ChangePasswordPayload(changed, List.of()),
                errors -> new ChangePasswordPayload(false, errors));
    }

    @MutationMapping
    StartTotpPayload startTotp(@Argument StartTotpInput input) {
        return Answers.of(
                () -> factor.start(OwnSession.person(), input.currentPassword),
                StartTotpPayload::of,
                StartTotpPayload::refused);
    }

    @MutationMapping
    ConfirmTotpPayload confirmTotp(@Argument ConfirmTotpInput input) {
        return Answers.of(
                () -> {
                    var on = factor.confirm(OwnSession.person(), input.code);
                    session.goOn(on.epoch());
                    return on.recoveryCodes();
                },
                codes -> new ConfirmTotpPayload(viewer.viewer(), codes, List.of()),
                errors -> new ConfirmTotpPayload(null, List.of(), errors));
    }

    @MutationMapping
    DisableTotpPayload disableTotp(@Argument DisableTotpInput input) {
        return Answers.of(
                () -> {
                    session.goOn(factor.disable(OwnSession.person(), input.currentPassword, input.code));
                    return true;
                },
                _ -> new DisableTotpPayload(viewer.viewer(), List.of()),
                errors -> new DisableTotpPayload(null, errors));
    }

    @MutationMapping
    RenewRecoveryCodesPayload renewRecoveryCodes(@Argument RenewRecoveryCodesInput input) {
        return Answers.of(
                () -> factor.renewCodes(OwnSession.person(), input.currentPassword),
                codes -> new RenewRecoveryCodesPayload(codes, List.of()),
                errors -> new RenewRecoveryCodesPayload(List.of(), errors));
    }

    /** One of them, or every other one. */
    @MutationMapping
    EndSessionsPayload endSessions(@Argument EndSessionsInput input) {
        return Answers.of(
                () -> {
                    if (input.sessionId == null) {
                        session.goOn(people.endOtherSessions(OwnSession.person()));
                    } else {
                        endOne(input.sessionId);
                    }
                    return true;
                },
                _ -> new EndSessionsPayload(viewer.viewer(), List.of()),
                errors -> new EndSessionsPayload(null, errors));
    }

    private void endOne(String id) {
        if (!session.end(GlobalId.parse(id, "ViewerSession"))) {
            throw new Refusal(ErrorCode.NOT_FOUND, "You are not signed in there any more", "sessionId");
        }
        people.noteEndedSession(OwnSession.person());
    }
}
