package app.retour.tenants;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.aBusiness;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.SignIn;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.people.StaffRole;
import app.retour.tenants.tenancy.TenantContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class SigningUpTests {
    @Autowired
    SignUps signUps;

    @Autowired
    SignIns signIns;

    @Autowired
    Tenants tenants;

    @Autowired
    AccountFixtures fixtures;

    @Test
    void aConfirmedSignUpIsATenantWithAnOwnerWhoCanSignIn() {
        var business = aBusiness();
        var email = anEmail();
        signUps.signUp(business, email.toUpperCase(java.util.Locale.ROOT), "Olga", PASSWORD, email);
        assertThat(signIns.attempt(email, PASSWORD, null, email)).isInstanceOf(SignIn.BadCredentials.class);
        var tenant = signUps.confirm(fixtures.tokenFor(email));
        assertThat(tenants.bySlug(business.slug())).contains(tenant);
        assertThat(TenantContext.callAs(tenant, tenants::current)).satisfies(opened -> {
            assertThat(opened.name()).isEqualTo("Shoe House");
            assertThat(opened.live()).isFalse();
            assertThat(opened.currency().getCurrencyCode()).isEqualTo("EUR");
        });
        assertThat(signIns.attempt(email, PASSWORD, null, email))
                .isInstanceOfSatisfying(SignIn.SignedIn.class, signedIn -> {
                    assertThat(signedIn.session().role()).isEqualTo(StaffRole.OWNER);
                    assertThat(signedIn.session().tenant()).isEqualTo(tenant);
                });
    }

    @Test
    void anOperatorOpensAnAccountAtOnce() {
        var email = anEmail();
        var opened = signUps.open(aBusiness(), email, "Olga", PASSWORD);
        assertThat(signIns.attempt(email, PASSWORD, null, email)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(signIns.at(opened.owner(), opened.tenant()).orElseThrow().role())
                .isEqualTo(StaffRole.OWNER);
        assertThat(tenants.all()).contains(opened.tenant());
        refused(ErrorCode.TAKEN, () -> signUps.open(aBusiness(), email, "Olga", PASSWORD));
    }

    @Test
    void aConfirmationLinkWorksOnce() {
        var email = anEmail();
        signUps.signUp(aBusiness(), email, "Olga", PASSWORD, email);
        var token = fixtures.tokenFor(email);
        signUps.confirm(token);
        refused(ErrorCode.NOT_FOUND, () -> signUps.confirm(token));
        refused(ErrorCode.NOT_FOUND, () -> signUps.confirm("made up"));
    }

    @Test
    void aKnownAddressIsToldByMailOnlyAndKeepsItsSlugAllTheSame() {
        var owner = fixtures.anOwner();
        var business = aBusiness();
        signUps.signUp(business, owner.email(), "Olga", PASSWORD, "elsewhere");
        assertThat(fixtures.lastMail(owner.email()).text()).isEqualTo(AccountMailText.ALREADY_KNOWN);
        refused(ErrorCode.TAKEN, () -> signUps.signUp(business, anEmail(), "Eve", PASSWORD, "elsewhere"));
    }

    @Test
    void aSlugThatIsTakenOrAskedForIsRefused() {
        var business = aBusiness();
        signUps.signUp(business, anEmail(), "Olga", PASSWORD, "here");
        refused(ErrorCode.TAKEN, () -> signUps.signUp(business, anEmail(), "Eve", PASSWORD, "there"));
    }

    @Test
    void aWeakPasswordIsRefusedWithAdvice() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signUps.signUp(aBusiness(), anEmail(), "Olga", "password1234", "here"))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("password"));
        refused(
                ErrorCode.INVALID,
                () -> signUps.signUp(aBusiness(), "olga.owner@shop.example", "Olga", "olga.owner@shop", "here"));
    }

    @Test
    void nonsenseIsRefusedByField() {
        refused(ErrorCode.INVALID, () -> NewTenant.of("Shop", "-bad-", "EUR", "Europe/Berlin", "de"));
        refused(ErrorCode.TAKEN, () -> NewTenant.of("Shop", "admin", "EUR", "Europe/Berlin", "de"));
        refused(ErrorCode.INVALID, () -> NewTenant.of("Shop", "shop", "XAU", "Europe/Berlin", "de"));
        refused(ErrorCode.INVALID, () -> NewTenant.of("Shop", "shop", "EUR", "Mars/Base", "de"));
        refused(ErrorCode.INVALID, () -> NewTenant.of("Shop", "shop", "EUR", "Europe/Berlin", "xx-yy-zz"));
        refused(ErrorCode.REQUIRED, () -> NewTenant.of("  ", "shop", "EUR", "Europe/Berlin", "de"));
        refused(ErrorCode.INVALID, () -> Emails.normal("a..b@shop.example", "email"));
        refused(ErrorCode.INVALID, () -> Emails.normal("a@b\r\nBcc: x@y.example", "email"));
    }

    /** Accounts keep what mail servers are told, so that what was stored before still matches. */
    @Test
    void anAddressWithADomainOfAnyScriptIsOneWithItsAsciiForm() {
        assertThat(Emails.normal(" Info@Müller.example", "email")).isEqualTo("info@xn--mller-kva.example");
        assertThat(Emails.normal("info@xn--mller-kva.example", "email")).isEqualTo("info@xn--mller-kva.example");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Emails.normal("jörg@example.com", "contactEmail"))
                .withMessageContaining("before the @")
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("contactEmail"));
    }

    @Test
    void tooManySignUpsOfOneAddressAreThrottled() {
        var email = anEmail();
        for (var i = 0; i < 5; i++) {
            signUps.signUp(aBusiness(), email, "Olga", PASSWORD, "from " + email);
        }
        refused(ErrorCode.THROTTLED, () -> signUps.signUp(aBusiness(), email, "Olga", PASSWORD, "from " + email));
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
