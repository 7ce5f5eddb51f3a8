package app.retour.tenants.people;

import static app.retour.tenants.people.AccountFixtures.PASSWORD;
import static app.retour.tenants.people.AccountFixtures.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.audit.AuditEntry;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** Inviting somebody, and accepting it. */
@RetourTest
class ComingToATeamTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Autowired
    Invitations invitations;

    @Autowired
    Staff staff;

    @Autowired
    Persons persons;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final String email = anEmail();
    private Owner owner;

    @BeforeEach
    void aTeam() {
        clock.setTo(NOON);
        owner = fixtures.anOwner();
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private Invitation invite(String address, StaffRole role) {
        return fixtures.as(owner, () -> invitations.invite(address, role));
    }

    private void accept(@Nullable String name, String password, String from) {
        invitations.accept(fixtures.tokenFor(email), name, password, from);
    }

    private void revoke(UUID invitation) {
        fixtures.as(owner, () -> {
            invitations.revoke(invitation);
            return true;
        });
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String... field) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    @Test
    void theMailNamesAnAddressThatWasConfirmedAndNoWordOfTheShops() {
        var made = invite("  %s ".formatted(email.toUpperCase(Locale.ROOT)), StaffRole.AGENT);
        assertThat(made.email()).isEqualTo(email);
        assertThat(made.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        var mail = fixtures.lastMail(email);
        assertThat(mail.text()).isEqualTo(AccountMailText.INVITATION);
        assertThat(mail.values()).containsOnlyKeys("inviter", "token").containsEntry("inviter", owner.email());
        assertThat(fixtures.onRecord(owner, "staff.invited"))
                .singleElement()
                .extracting(AuditEntry::subjectId, AuditEntry::detail)
                .containsExactly(made.id().toString(), Map.of("role", "AGENT"));
    }

    @Test
    void whereNoPersonInvitesNobodyIsNamed() {
        TenantContext.callAs(owner.tenant(), () -> invitations.invite(email, StaffRole.AGENT));
        assertThat(fixtures.lastMail(email).values()).containsEntry("inviter", AccountMailText.SOMEBODY);
    }

    @Test
    void anEarlierInvitationOfTheAddressEnds() {
        var earlier = invite(email, StaffRole.VIEWER);
        var now = invite(email, StaffRole.AGENT);
        assertThat(fixtures.as(owner, () -> invitations.open(ScrollPosition.keyset(), 10))
                        .getContent())
                .containsExactly(now);
        refuses(() -> revoke(earlier.id()), ErrorCode.WRONG_STATE, "invitationId");
    }

    @Test
    void whoIsOfTheTeamAlreadyIsNotInvited() {
        invite(email, StaffRole.AGENT);
        accept("Ida", PASSWORD, email);
        var mails = fixtures.mailsTo(email);
        refuses(() -> invite(email, StaffRole.OWNER), ErrorCode.TAKEN, "email");
        assertThat(fixtures.mailsTo(email)).isEqualTo(mails);
    }

    /** As if so many had been. */
    private void invited(int many, Instant at, @Nullable Instant revoked) {
        TenantContext.runAs(
                owner.tenant(),
                () -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                                insert into tenants.invitation (id, email, role, invited_at, expires_at, revoked_at)
                                select gen_random_uuid(), n || '@shop.example', 'AGENT', at, at + interval '7 days', gone
                                from generate_series(1, :many) n,
                                     (select :at::timestamptz as at, :gone::timestamptz as gone) times
                                """)
                        .param("many", many)
                        .param("at", at.toString())
                        .param("gone", Objects.toString(revoked, null))
                        .update()));
    }

    @Test
    void asManyAreOpenAsATeamCanNeed() {
        invited(199, NOON.minus(Duration.ofDays(2)), null);
        invite(email, StaffRole.AGENT);
        refuses(() -> invite(anEmail(), StaffRole.AGENT), ErrorCode.TOO_LARGE);
        assertThat(invite(email, StaffRole.VIEWER).role())
                .as("in place of an earlier one")
                .isEqualTo(StaffRole.VIEWER);
    }

    @Test
    void asManyAreSentWithinADayAsATeamCanNeedWithdrawnOrNot() {
        invited(200, NOON.minus(Duration.ofHours(23)), NOON.minus(Duration.ofHours(22)));
        refuses(() -> invite(email, StaffRole.AGENT), ErrorCode.THROTTLED);
        assertThat(fixtures.mailsTo(email)).isZero();
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        invite(email, StaffRole.AGENT);
        assertThat(fixtures.mailsTo(email)).isEqualTo(1);
    }

    @Test
    void aNewPersonChoosesNameAndPassword() {
        var invitation = invite(email, StaffRole.AGENT);
        refuses(() -> accept(" ", PASSWORD, email), ErrorCode.REQUIRED, "name");
        refuses(() -> accept("Ida", "password1234", email), ErrorCode.INVALID, "password");
        assertThat(persons.byEmail(email)).isEmpty();
        accept(" Ida ", PASSWORD, email);
        var ida = persons.byEmail(email).orElseThrow();
        assertThat(ida.name()).isEqualTo("Ida");
        assertThat(fixtures.as(owner, () -> staff.byPerson(ida.id())))
                .hasValueSatisfying(member -> assertThat(member.role()).isEqualTo(StaffRole.AGENT));
        refuses(() -> revoke(invitation.id()), ErrorCode.WRONG_STATE, "invitationId");
    }

    @Test
    void aKnownPersonGivesThePasswordTheyHaveAndKeepsTheirName() {
        var known = fixtures.anOwner();
        invite(known.email(), StaffRole.AGENT);
        var token = fixtures.tokenFor(known.email());
        refuses(
                () -> invitations.accept(token, "Eve", "another one of four words", known.email()),
                ErrorCode.INVALID,
                "password");
        assertThat(fixtures.as(owner, () -> staff.byPerson(known.person()))).isEmpty();
        invitations.accept(token, "Eve", PASSWORD, known.email());
        assertThat(fixtures.as(owner, () -> staff.byPerson(known.person())))
                .hasValueSatisfying(member -> assertThat(member.name()).isEqualTo("Olga Owner"));
    }

    @Test
    void anInvitationThatIsOverIsGoodForNothing() {
        var invitation = invite(email, StaffRole.AGENT);
        clock.advance(Duration.ofDays(7));
        refuses(() -> accept("Ida", PASSWORD, email), ErrorCode.NOT_FOUND, "token");
        refuses(() -> revoke(invitation.id()), ErrorCode.WRONG_STATE, "invitationId");
        refuses(() -> revoke(Ids.next()), ErrorCode.NOT_FOUND, "invitationId");
        assertThat(persons.byEmail(email)).isEmpty();
    }

    @Test
    void guessingThePasswordByALinkIsBoundedWhereverItComesFrom() {
        invite(email, StaffRole.AGENT);
        for (var i = 0; i < 10; i++) {
            var from = email + i;
            refuses(() -> accept("Ida", "password1234", from), ErrorCode.INVALID, "password");
        }
        refuses(() -> accept("Ida", PASSWORD, "elsewhere " + email), ErrorCode.THROTTLED, "password");
        assertThat(persons.byEmail(email)).isEmpty();
    }
}
