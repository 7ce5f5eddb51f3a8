package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.ImmediateTransactions;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.clients.Scopes;
import app.retour.tenants.secrets.OneTimeTokens;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import retour.testkit.TestClock;

/** Inviting somebody, and accepting it. */
class ComingToATeamTests {
    private static final TenantId SHOP = new TenantId(Ids.next());
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final String GOOD = "correct horse battery staple";
    private final StaffInvitations stored = mock(StaffInvitations.class);
    private final Staff staff = mock(Staff.class);
    private final Persons persons = mock(Persons.class);
    private final Passwords passwords = new Passwords(1_000);
    private final OneTimeTokens tokens = mock(OneTimeTokens.class);
    private final AccountMails mails = mock(AccountMails.class);
    private final CountedTries tries = new CountedTries();
    private final Audit audit = mock(Audit.class);
    private final TestClock clock = new TestClock();
    private final Invitations invitations = new Invitations(
            stored,
            staff,
            persons,
            passwords,
            tokens,
            mails,
            mock(),
            tries.throttle,
            audit,
            clock,
            new ImmediateTransactions());

    private Invitation invite(String email) {
        clock.setTo(NOON);
        when(stored.save(any())).thenAnswer(asked -> asked.getArgument(0));
        when(tokens.issue(eq(OneTimeTokens.Purpose.INVITE), any(), eq(SHOP), eq(Duration.ofDays(7))))
                .thenReturn("a-token");
        return TenantContext.callAs(SHOP, () -> invitations.invite(email, StaffRole.AGENT));
    }

    private StaffInvitation invited() {
        var invitation = new StaffInvitation("ida@example.com", StaffRole.AGENT, NOON);
        clock.setTo(NOON.plusSeconds(60));
        when(stored.findById(invitation.id())).thenReturn(Optional.of(invitation));
        when(stored.save(invitation)).thenReturn(invitation);
        when(tokens.require(OneTimeTokens.Purpose.INVITE, "t"))
                .thenReturn(new OneTimeTokens.Held(invitation.id(), SHOP.value()));
        return invitation;
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String... field) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    @Test
    void theMailNamesAnAddressThatWasConfirmedAndNoWordOfTheShops() {
        var owner = new PersonRecord(Ids.next(), "owner@example.com", "Olga", "{hash}", 1, null, false, null);
        when(persons.find(owner.id())).thenReturn(Optional.of(owner));
        var made = Caller.staff(SHOP, owner.id(), Scopes.ALL).call(() -> invite(" Ida@Example.com "));
        assertThat(made.email()).isEqualTo("ida@example.com");
        assertThat(made.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        verify(mails)
                .queue(
                        AccountMailText.INVITATION,
                        "ida@example.com",
                        Map.of("inviter", "owner@example.com", "token", "a-token"));
        verify(audit).record("staff.invited", "Invitation", made.id().toString(), Map.of("role", "AGENT"));
    }

    @Test
    void anEarlierInvitationOfTheAddressEnds() {
        var earlier = new StaffInvitation("ida@example.com", StaffRole.VIEWER, NOON.minusSeconds(60));
        when(stored.findByEmailAndAcceptedAtIsNullAndRevokedAtIsNull("ida@example.com"))
                .thenReturn(List.of(earlier));
        invite("ida@example.com");
        assertThat(earlier.isOpenAt(NOON)).isFalse();
        verify(tokens).withdraw(OneTimeTokens.Purpose.INVITE, earlier.id());
    }

    @Test
    void whoIsOfTheTeamAlreadyIsNotInvited() {
        var ida = new PersonRecord(Ids.next(), "ida@example.com", "Ida", "{hash}", 1, null, false, null);
        when(persons.byEmail("ida@example.com")).thenReturn(Optional.of(ida));
        when(staff.byPerson(ida.id()))
                .thenReturn(Optional.of(new StaffMembership(ida.id(), StaffRole.AGENT, NOON).snapshot(ida)));
        refuses(() -> invite("ida@example.com"), ErrorCode.TAKEN, "email");
        verifyNoInteractions(mails);
    }

    @Test
    void asManyAreInvitedAsATeamCanNeed() {
        when(stored.countByAcceptedAtIsNullAndRevokedAtIsNull()).thenReturn(200L);
        refuses(() -> invite("ida@example.com"), ErrorCode.TOO_LARGE);
        when(stored.countByAcceptedAtIsNullAndRevokedAtIsNull()).thenReturn(0L);
        when(stored.countByInvitedAtAfter(NOON.minus(Duration.ofDays(1)))).thenReturn(200L);
        refuses(() -> invite("ida@example.com"), ErrorCode.THROTTLED);
        verifyNoInteractions(mails);
    }

    @Test
    void aNewPersonChoosesNameAndPassword() {
        var invitation = invited();
        refuses(() -> invitations.accept("t", " ", GOOD, "192.0.2.1"), ErrorCode.REQUIRED, "name");
        refuses(() -> invitations.accept("t", "Ida", "password1234", "192.0.2.1"), ErrorCode.INVALID, "password");
        verifyNoInteractions(staff);
        var person = Ids.next();
        when(persons.add(eq("ida@example.com"), eq("Ida"), any())).thenReturn(person);
        invitations.accept("t", " Ida ", GOOD, "192.0.2.1");
        verify(staff).join(person, SHOP, StaffRole.AGENT);
        assertThat(invitation.isOpenAt(clock.instant())).isFalse();
    }

    @Test
    void aKnownPersonGivesThePasswordTheyHave() {
        invited();
        var ida = new PersonRecord(Ids.next(), "ida@example.com", "Ida", passwords.hash(GOOD), 1, null, false, null);
        when(persons.byEmail("ida@example.com")).thenReturn(Optional.of(ida));
        refuses(
                () -> invitations.accept("t", null, "another one of four words", "192.0.2.1"),
                ErrorCode.INVALID,
                "password");
        invitations.accept("t", null, GOOD, "192.0.2.1");
        verify(staff).join(ida.id(), SHOP, StaffRole.AGENT);
        verify(persons, never()).add(any(), any(), any());
    }

    @Test
    void anInvitationThatIsOverIsGoodForNothing() {
        var invitation = invited();
        clock.setTo(NOON.plus(Duration.ofDays(7)));
        refuses(() -> invitations.accept("t", "Ida", GOOD, "192.0.2.1"), ErrorCode.NOT_FOUND, "token");
        refuses(() -> invitations.revoke(invitation.id()), ErrorCode.WRONG_STATE, "invitationId");
        refuses(() -> invitations.revoke(Ids.next()), ErrorCode.NOT_FOUND, "invitationId");
        verifyNoInteractions(staff);
    }

    @Test
    void guessingThePasswordByALinkIsBounded() {
        invited();
        for (var i = 0; i < 10; i++) {
            var from = "192.0.2." + i;
            refuses(() -> invitations.accept("t", "Ida", "password1234", from), ErrorCode.INVALID, "password");
        }
        refuses(() -> invitations.accept("t", "Ida", GOOD, "192.0.2.99"), ErrorCode.THROTTLED, "password");
    }
}
