package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Throttle;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.Passwords;
import app.retour.tenants.people.People;
import app.retour.tenants.people.SignUps;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What anybody may ask who is not signed in: each kind is counted by where it comes from, and tells nothing of others. */
class GettingInTests {
    private final SignUps signUps = mock(SignUps.class);
    private final Invitations invitations = mock(Invitations.class);
    private final People people = mock(People.class);
    private final Passwords passwords = mock(Passwords.class);
    private final Throttle throttle = mock(Throttle.class);
    private final SignUpController controller = new SignUpController(signUps, invitations, people, passwords, throttle);

    @BeforeEach
    void somewhere() {
        var authentication = new TestingAuthenticationToken("anybody", "n/a");
        authentication.setDetails(new WebAuthenticationDetails("2001:db8::1", null));
        SecurityContextHolder.getContext().setAuthentication(authentication);
        when(throttle.tryTake(anyString(), anyString(), anyInt(), any())).thenReturn(true);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static SignUpController.SignUpInput business(@Nullable String name, String slug) {
        return new SignUpController.SignUpInput(
                "Books", slug, "ida@example.com", name, "a password", "EUR", "Europe/Berlin", "de");
    }

    @Test
    void whoNamesNobodyIsCalledAsTheBusinessIs() {
        assertThat(controller.signUp(business(null, "books")).mailSent()).isTrue();
        assertThat(controller.signUp(business(" ", "books")).mailSent()).isTrue();
        controller.signUp(business("Ida", "books"));
        var expected = NewTenant.of("Books", "books", "EUR", "Europe/Berlin", "de");
        verify(signUps, times(2)).signUp(expected, "ida@example.com", "Books", "a password", "2001:db8::1");
        verify(signUps).signUp(expected, "ida@example.com", "Ida", "a password", "2001:db8::1");
    }

    @Test
    void whatIsWrongWithABusinessIsNamedAndNothingIsAskedFor() {
        var payload = controller.signUp(business("Ida", "-"));
        assertThat(payload.mailSent()).isFalse();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("slug"));
        verifyNoInteractions(signUps);
    }

    @Test
    void eachIsCountedForTheWholeNetworkItComesFrom() {
        controller.confirmEmail(new SignUpController.ConfirmEmailInput("t"));
        controller.resetPassword(new SignUpController.ResetPasswordInput("t", "a password"));
        controller.invitationOffer("t");
        controller.passwordStrength(new SignUpController.PasswordStrengthInput("a password", null));
        var network = CallerNetwork.of("2001:db8::1");
        verify(throttle).tryTake("confirm-email", network, 60, Duration.ofMinutes(5));
        verify(throttle).tryTake("reset-password", network, 60, Duration.ofMinutes(5));
        verify(throttle).tryTake("invitation-offer", network, 120, Duration.ofMinutes(5));
        verify(throttle).tryTake("password-strength", network, 120, Duration.ofMinutes(5));
    }

    @Test
    void whoTriesTooOftenIsToldToWaitAndNothingIsLookedAt() {
        when(throttle.tryTake(anyString(), anyString(), anyInt(), any())).thenReturn(false);
        assertThat(controller
                        .confirmEmail(new SignUpController.ConfirmEmailInput("t"))
                        .userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.THROTTLED));
        assertThat(controller
                        .resetPassword(new SignUpController.ResetPasswordInput("t", "a password"))
                        .changed())
                .isFalse();
        assertThatThrownBy(() -> controller.invitationOffer("t")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> controller.passwordStrength(
                        new SignUpController.PasswordStrengthInput("a password", List.of())))
                .isInstanceOf(Refusal.class);
        verifyNoInteractions(signUps, people, invitations, passwords);
    }

    @Test
    void aLinkThatIsUsedUpIsToldSo() {
        doThrow(new Refusal(ErrorCode.NOT_FOUND, "This link is used up", "token"))
                .when(people)
                .reset("t", "a password");
        var payload = controller.resetPassword(new SignUpController.ResetPasswordInput("t", "a password"));
        assertThat(payload.changed()).isFalse();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("token"));
    }

    @Test
    void anInvitationIsAcceptedAndAResetAskedForFromWhereTheyAre() {
        assertThat(controller
                        .acceptInvitation(new SignUpController.AcceptInvitationInput("t", "Ida", "a password"))
                        .accepted())
                .isTrue();
        verify(invitations).accept("t", "Ida", "a password", "2001:db8::1");
        assertThat(controller
                        .requestPasswordReset(new SignUpController.RequestPasswordResetInput("ida@example.com"))
                        .mailSent())
                .isTrue();
        verify(people).requestReset("ida@example.com", "2001:db8::1");
    }
}
