package app.retour.tenants.people;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.tenants.CallerNetwork;
import app.retour.tenants.Emails;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.Throttle;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.secrets.OneTimeTokens;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come to the team: invited by mail, accepted by the link in it. */
@Service
public class Invitations {
    /** Each is a mail to somebody who did not ask for it; withdrawn ones were sent too. */
    public static final int MOST_A_DAY = 200;

    private static final int MOST_OPEN = 200;
    private final StaffInvitations invitations;
    private final Staff staff;
    private final Persons persons;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final AccountMails mails;
    private final Tenants tenants;
    private final Throttle throttle;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Invitations(
            StaffInvitations invitations,
            Staff staff,
            Persons persons,
            Passwords passwords,
            OneTimeTokens tokens,
            AccountMails mails,
            Tenants tenants,
            Throttle throttle,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.staff = staff;
        this.persons = persons;
        this.passwords = passwords;
        this.tokens = tokens;
        this.mails = mails;
        this.tenants = tenants;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Invites by mail; replaces an earlier invitation of the address. */
    public Invitation invite(String email, StaffRole role) {
        var address = Emails.normal(email, "email");
        return run(() -> {
            persons.byEmail(address)
                    .flatMap(person -> staff.byPerson(person.id()))
                    .ifPresent(_ -> {
                        throw new Refusal(ErrorCode.TAKEN, "This address belongs to a member of the team", "email");
                    });
            invitations
                    .findByEmailAndAcceptedAtIsNullAndRevokedAtIsNull(address)
                    .forEach(this::withdraw);
            if (invitations.countByAcceptedAtIsNullAndRevokedAtIsNull() >= MOST_OPEN) {
                throw new Refusal(ErrorCode.TOO_LARGE, "200 invitations are open; withdraw some first");
            }
            if (invitations.countByInvitedAtAfter(clock.instant().minus(Duration.ofDays(1))) >= MOST_A_DAY) {
                throw new Refusal(
                        ErrorCode.THROTTLED,
                        "%d invitations were sent within a day; try again tomorrow".formatted(MOST_A_DAY));
            }
            var invitation = invitations.save(new StaffInvitation(address, role, clock.instant()));
            var token = tokens.issue(
                    OneTimeTokens.Purpose.INVITE, invitation.id(), TenantContext.current(), StaffInvitation.LIFETIME);
            mails.queue(AccountMailText.INVITATION, address, Map.of("inviter", inviter(), "token", token));
            audit.record("staff.invited", "Invitation", invitation.id().toString(), Map.of("role", role.name()));
            return invitation.snapshot();
        });
    }

    /** By an address that was confirmed; a merchant's name may say anything. */
    private String inviter() {
        var caller = Caller.current();
        var person = caller.is(Caller.Kind.STAFF) ? caller.subject() : null;
        return person == null
                ? AccountMailText.SOMEBODY
                : persons.find(person).map(PersonRecord::email).orElse(AccountMailText.SOMEBODY);
    }

    /** Neither accepted nor withdrawn, newest first. */
    public Window<Invitation> open(ScrollPosition position, int limit) {
        return run(() -> invitations
                .findByAcceptedAtIsNullAndRevokedAtIsNull(
                        position, Limit.of(limit), Sort.by("id").descending())
                .map(StaffInvitation::snapshot));
    }

    public Optional<Invitation> find(UUID id) {
        return run(() -> invitations.findById(id).map(StaffInvitation::snapshot));
    }

    /** @throws Refusal NOT_FOUND; WRONG_STATE when it was accepted or withdrawn */
    public void revoke(UUID id) {
        run(() -> {
            var invitation = invitations
                    .findById(id)
                    .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such invitation", "invitationId"));
            if (!invitation.isOpenAt(clock.instant())) {
                throw new Refusal(ErrorCode.WRONG_STATE, "This invitation is no longer open", "invitationId");
            }
            withdraw(invitation);
            audit.record("staff.invitation_revoked", "Invitation", id.toString(), Map.of());
            return true;
        });
    }

    /** What a link offers; needs no tenant bound. */
    public Optional<InvitationOffer> offer(String token) {
        return tokens.look(OneTimeTokens.Purpose.INVITE, token)
                .flatMap(held -> TenantContext.callAs(
                        held.requireTenant(),
                        () -> run(() -> invitations
                                .findById(held.subject())
                                .filter(invitation -> invitation.isOpenAt(clock.instant()))
                                .map(invitation -> new InvitationOffer(
                                        tenants.current().name(),
                                        invitation.email(),
                                        invitation.role(),
                                        persons.byEmail(invitation.email()).isPresent())))));
    }

    /**
     * Makes the holder of a link staff. The link proves the address; a known person also gives their password, a new one
     * chooses it.
     *
     * @throws Refusal NOT_FOUND, THROTTLED, REQUIRED (name), INVALID (password)
     */
    public void accept(String token, @Nullable String name, String password, String remoteAddress) {
        var held = tokens.require(OneTimeTokens.Purpose.INVITE, token);
        if (!throttle.tryTake("accept-invitation-address", CallerNetwork.of(remoteAddress), 60, Duration.ofMinutes(15))
                || !throttle.tryTake("accept-invitation", held.subject().toString(), 10, Duration.ofMinutes(15))) {
            throw new Refusal(ErrorCode.THROTTLED, "Too many tries; try again in a quarter of an hour", "password");
        }
        var tenant = held.requireTenant();
        TenantContext.callAs(
                tenant,
                () -> run(() -> {
                    var invitation = invitations
                            .findById(held.subject())
                            .filter(found -> found.isOpenAt(clock.instant()))
                            .orElseThrow(() ->
                                    new Refusal(ErrorCode.NOT_FOUND, "This invitation is no longer open", "token"));
                    tokens.use(token);
                    staff.join(person(invitation.email(), name, password), tenant, invitation.role());
                    invitation.accept(clock.instant());
                    return invitations.save(invitation);
                }));
    }

    private UUID person(String email, @Nullable String name, String password) {
        var known = persons.byEmail(email);
        if (known.isPresent()) {
            if (!passwords.matches(password, known.get().passwordHash())) {
                throw new Refusal(ErrorCode.INVALID, "This is not the password of your account", "password");
            }
            return known.get().id();
        }
        if (name == null || name.isBlank()) {
            throw new Refusal(ErrorCode.REQUIRED, "Tell the team your name", "name");
        }
        passwords.require(password, List.of(email, name));
        return persons.add(email, NewTenant.name(name, "name"), passwords.hash(password));
    }

    private void withdraw(StaffInvitation invitation) {
        invitation.revoke(clock.instant());
        invitations.save(invitation);
        tokens.withdraw(OneTimeTokens.Purpose.INVITE, invitation.id());
    }

    private <T> T run(Supplier<T> action) {
        return Objects.requireNonNull(transactions.execute(_ -> action.get()));
    }
}
