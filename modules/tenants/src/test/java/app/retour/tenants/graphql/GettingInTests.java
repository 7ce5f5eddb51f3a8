package app.retour.tenants.graphql;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Throttle;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.Invitations;
import app.retour.tenants.people.Persons;
import app.retour.tenants.people.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import retour.testkit.RetourTest;

/** What anybody may ask who is not signed in: each kind is counted by where it comes from, and tells nothing of others. */
@RetourTest
class GettingInTests {
    private static final String OTHER = "seven lazy turtles paint the harbour";

    @Autowired
    SignUpController controller;

    @Autowired
    Invitations invitations;

    @Autowired
    Persons persons;

    @Autowired
    Throttle throttle;

    @Autowired
    AccountFixtures fixtures;

    private final String email = AccountFixtures.anEmail();
    private final String place = AccountFixtures.aBusiness().slug();

    /** Of this test alone. */
    private final String network = "2001:db8:%x:%x::"
            .formatted(Ids.next().getLeastSignificantBits() & 0xffff, Ids.next().getLeastSignificantBits() & 0xffff);

    @BeforeEach
    void somewhere() {
        from(network + "1");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void from(String address) {
        var authentication = new TestingAuthenticationToken("anybody", "n/a");
        authentication.setDetails(new WebAuthenticationDetails(address, null));
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private SignUpController.MailPayload signUp(@Nullable String name, String slug) {
        return controller.signUp(new SignUpController.SignUpInput(
                "Books & Co", slug, email, name, PASSWORD, "EUR", "Europe/Berlin", "de"));
    }

    private SignUpController.ConfirmEmailPayload confirm() {
        return controller.confirmEmail(new SignUpController.ConfirmEmailInput(fixtures.tokenFor(email)));
    }

    private String nameOnceConfirmed() {
        assertThat(confirm().confirmed()).isTrue();
        return persons.byEmail(email).orElseThrow().name();
    }

    @Test
    void whoNamesNobodyIsCalledAsTheBusinessIs() {
        assertThat(signUp(null, place).mailSent()).isTrue();
        assertThat(signUp(" ", place).mailSent()).isTrue();
        assertThat(nameOnceConfirmed()).isEqualTo("Books & Co");
    }

    @Test
    void whoNamesThemselvesIsCalledSo() {
        signUp("Ida", place);
        assertThat(nameOnceConfirmed()).isEqualTo("Ida");
    }

    @Test
    void whatIsWrongWithABusinessIsNamedAndNothingIsSent() {
        var payload = signUp("Ida", "-");
        assertThat(payload.mailSent()).isFalse();
        assertThat(payload.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("slug"));
        assertThat(fixtures.mailsTo(email)).isZero();
    }

    private static List<ErrorCode> codes(List<app.retour.api.UserError> errors) {
        return errors.stream().map(app.retour.api.UserError::code).toList();
    }

    private static List<ErrorCode> refusal(Runnable asking) {
        try {
            asking.run();
            return List.of();
        } catch (Refusal refused) {
            return List.of(refused.code());
        }
    }

    /** Where somebody else of the network used up all tries; one that came back meanwhile is used up too. */
    private List<ErrorCode> afterTheirNeighbour(String bucket, int tries, Supplier<List<ErrorCode>> asking) {
        from(network + "ffff:1");
        var limit = new Throttle.Limit(bucket, tries, Duration.ofMinutes(5));
        return Stream.generate(() -> {
                    throttle.takeUpTo(limit, CallerNetwork.of(network + "2"), tries);
                    return asking.get();
                })
                .limit(20)
                .filter(List.of(ErrorCode.THROTTLED)::equals)
                .findFirst()
                .orElse(List.of());
    }

    private List<ErrorCode> confirming() {
        return codes(confirm().userErrors());
    }

    private List<ErrorCode> resetting(String token) {
        return codes(controller
                .resetPassword(new SignUpController.ResetPasswordInput(token, OTHER))
                .userErrors());
    }

    @Test
    void eachIsCountedForTheWholeNetworkItComesFromAndRefusedWithoutALook() {
        signUp("Ida", place);
        assertThat(afterTheirNeighbour("confirm-email", 60, this::confirming)).containsExactly(ErrorCode.THROTTLED);
        assertThat(persons.byEmail(email)).as("not looked at").isEmpty();
        assertThat(afterTheirNeighbour("reset-password", 60, () -> resetting("t")))
                .containsExactly(ErrorCode.THROTTLED);
        assertThat(afterTheirNeighbour("invitation-offer", 120, () -> refusal(() -> controller.invitationOffer("t"))))
                .containsExactly(ErrorCode.THROTTLED);
        assertThat(afterTheirNeighbour(
                        "password-strength",
                        120,
                        () -> refusal(() -> controller.passwordStrength(
                                new SignUpController.PasswordStrengthInput("a password", List.of())))))
                .containsExactly(ErrorCode.THROTTLED);
        from("192.0.2.1 " + network);
        assertThat(confirming()).as("from elsewhere").isEmpty();
        assertThat(persons.byEmail(email)).isPresent();
    }

    @Test
    void aPasswordIsJudgedByWhatOthersKnowOfThem() {
        assertThat(controller
                        .passwordStrength(new SignUpController.PasswordStrengthInput(PASSWORD, null))
                        .acceptable())
                .isTrue();
        assertThat(controller
                        .passwordStrength(new SignUpController.PasswordStrengthInput(email, List.of(email)))
                        .acceptable())
                .isFalse();
    }

    @Test
    void aLinkThatIsUsedUpIsToldSo() {
        var owner = fixtures.anOwner();
        assertThat(controller
                        .requestPasswordReset(new SignUpController.RequestPasswordResetInput(owner.email()))
                        .mailSent())
                .isTrue();
        var token = fixtures.tokenFor(owner.email());
        assertThat(resetting(token)).isEmpty();
        var again = controller.resetPassword(new SignUpController.ResetPasswordInput(token, OTHER));
        assertThat(again.changed()).isFalse();
        assertThat(again.userErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).containsExactly("token"));
    }

    @Test
    void anInvitationIsOfferedAcceptedAndNoLongerOffered() {
        var owner = fixtures.anOwner();
        fixtures.as(owner, () -> invitations.invite(email, StaffRole.AGENT));
        from(network + "1");
        var token = fixtures.tokenFor(email);
        assertThat(controller.invitationOffer(token))
                .hasValueSatisfying(offer -> assertThat(offer.email()).isEqualTo(email));
        assertThat(controller
                        .acceptInvitation(new SignUpController.AcceptInvitationInput(token, "Ida", PASSWORD))
                        .accepted())
                .isTrue();
        assertThat(controller.invitationOffer(token)).isEmpty();
        assertThat(persons.byEmail(email)).isPresent();
    }
}
