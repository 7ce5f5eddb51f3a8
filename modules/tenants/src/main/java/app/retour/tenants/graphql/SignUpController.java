package app.retour.tenants.graphql;

import app.retour.api.Answers;
import app.retour.api.UserError;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Throttle;
import app.retour.tenants.people.InvitationOffer;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.PasswordStrength;
import app.retour.tenants.people.Passwords;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SignUps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What anybody may do before signing in. */
@Controller
class SignUpController {
    private final SignUps signUps;
    private final Invitations invitations;
    private final People people;
    private final Passwords passwords;
    private final Throttle throttle;

    SignUpController(SignUps signUps, Invitations invitations, People people, Passwords passwords, Throttle throttle) {
        this.signUps = signUps;
        this.invitations = invitations;
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    record SignUpInput(
            String businessName,
            String slug,
            String email,
            @Nullable String name,
            String password,
            String currency,
            String timeZone,
            String locale) {}

    record ConfirmEmailInput(String token) {}

    record RequestPasswordResetInput(String email) {}

    record ResetPasswordInput(String token, String password) {}

    record AcceptInvitationInput(String token, @Nullable String name, String password) {}

    record PasswordStrengthInput(String password, @Nullable List<String> context) {}

    record MailPayload(boolean mailSent, List<UserError> userErrors) {}

    record ConfirmEmailPayload(boolean confirmed, List<UserError> userErrors) {}

    record ResetPasswordPayload(boolean changed, List<UserError> userErrors) {}

    record AcceptInvitationPayload(boolean accepted, List<UserError> userErrors) {}

    @QueryMapping
    PasswordStrength passwordStrength(@Argument PasswordStrengthInput input) {
        take("password-strength", 120);
        return passwords.judge(input.password, input.context == null ? List.of() : input.context);
    }

    @QueryMapping
    Optional<InvitationOffer> invitationOffer(@Argument String token) {
        take("invitation-offer", 120);
        return invitations.offer(token);
    }

    @MutationMapping
    MailPayload signUp(@Argument SignUpInput input) {
        return Answers.of(
                () -> {
                    signUps.signUp(
                            NewTenant.of(input.businessName, input.slug, input.currency, input.timeZone, input.locale),
                            input.email,
                            input.name == null || input.name.isBlank() ? input.businessName : input.name,
                            input.password,
                            RemoteAddress.current());
                    return true;
                },
                sent -> new MailPayload(sent, List.of()),
                errors -> new MailPayload(false, errors));
    }

    @MutationMapping
    ConfirmEmailPayload confirmEmail(@Argument ConfirmEmailInput input) {
        return Answers.of(
                () -> {
                    take("confirm-email", 60);
                    signUps.confirm(input.token);
                    return true;
                },
                confirmed -> new ConfirmEmailPayload(confirmed, List.of()),
                errors -> new ConfirmEmailPayload(false, errors));
    }

    @MutationMapping
    MailPayload requestPasswordReset(@Argument RequestPasswordResetInput input) {
        return Answers.of(
                () -> {
                    people.requestReset(input.email, RemoteAddress.current());
                    return true;
                },
                sent -> new MailPayload(sent, List.of()),
                errors -> new MailPayload(false, errors));
    }

    @MutationMapping
    ResetPasswordPayload resetPassword(@Argument ResetPasswordInput input) {
        return Answers.of(
                () -> {
                    take("reset-password", 60);
                    people.reset(input.token, input.password);
                    return true;
                },
                changed -> new ResetPasswordPayload(changed, List.of()),
                errors -> new ResetPasswordPayload(false, errors));
    }

    @MutationMapping
    AcceptInvitationPayload acceptInvitation(@Argument AcceptInvitationInput input) {
        return Answers.of(
                () -> {
                    invitations.accept(input.token, input.name, input.password, RemoteAddress.current());
                    return true;
                },
                accepted -> new AcceptInvitationPayload(accepted, List.of()),
                errors -> new AcceptInvitationPayload(false, errors));
    }

    private void take(String bucket, int limit) {
        if (!throttle.tryTake(bucket, CallerNetwork.of(RemoteAddress.current()), limit, Duration.ofMinutes(5))) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries from here; wait a few minutes");
        }
    }
}
