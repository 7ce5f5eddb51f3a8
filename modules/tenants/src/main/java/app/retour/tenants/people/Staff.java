package app.retour.tenants.people;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work for the merchant of the moment. A change of role or membership ends a person's sessions. */
@Service
@Transactional
public class Staff {
    private final StaffMemberships memberships;
    private final Persons persons;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Staff(StaffMemberships memberships, Persons persons, Directory directory, Audit audit, Clock clock) {
        this.memberships = memberships;
        this.persons = persons;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public Window<StaffMember> list(ScrollPosition position, int limit) {
        var page =
                memberships.findAllBy(position, Limit.of(limit), Sort.by("id").ascending());
        var people = persons.findAll(page.stream().map(StaffMembership::person).toList()).stream()
                .collect(Collectors.toMap(PersonRecord::id, Function.identity()));
        return page.map(membership -> membership.snapshot(known(people.get(membership.person()))));
    }

    /** By membership. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> find(UUID id) {
        return memberships.findById(id).map(this::snapshot);
    }

    /** By person; empty when they work here no longer. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> byPerson(UUID person) {
        return memberships.findByPersonId(person).map(this::snapshot);
    }

    /** @throws Refusal NOT_FOUND; WRONG_STATE for the last owner; FORBIDDEN for one's own role */
    public StaffMember changeRole(UUID id, StaffRole role) {
        var owners = memberships.findByRole(StaffRole.OWNER).size();
        var membership = membership(id);
        var before = membership.role();
        if (before == role) {
            return snapshot(membership);
        }
        requireNotOneself(membership, "Somebody else must change your role");
        requireOwnerLeft(membership, owners);
        membership.become(role);
        persons.endSessions(membership.person());
        audit.record(
                "staff.role_changed",
                "StaffMember",
                id.toString(),
                Map.of("before", before.name(), "after", role.name()));
        return snapshot(memberships.saveAndFlush(membership));
    }

    /** @throws Refusal NOT_FOUND; WRONG_STATE for the last owner */
    public void remove(UUID id) {
        var owners = memberships.findByRole(StaffRole.OWNER).size();
        var membership = membership(id);
        requireOwnerLeft(membership, owners);
        memberships.delete(membership);
        directory.removePerson(membership.person(), TenantContext.current());
        persons.endSessions(membership.person());
        audit.record(
                "staff.removed",
                "StaffMember",
                id.toString(),
                Map.of(
                        "person",
                        membership.person().toString(),
                        "role",
                        membership.role().name()));
    }

    /** Makes a person staff, inside the transaction of the moment; for a member already, only their sessions end. */
    void join(UUID person, TenantId tenant, StaffRole role) {
        if (memberships.findByPersonId(person).isPresent()) {
            return;
        }
        var membership = memberships.save(new StaffMembership(person, role, clock.instant()));
        directory.addPerson(person, tenant);
        persons.endSessions(person);
        audit.record(
                "staff.joined",
                "StaffMember",
                membership.id().toString(),
                Map.of("person", person.toString(), "role", role.name()));
    }

    private static void requireNotOneself(StaffMembership membership, String message) {
        if (membership.person().equals(Caller.current().subject())) {
            throw new Refusal(ErrorCode.FORBIDDEN, message, "staffMemberId");
        }
    }

    private static void requireOwnerLeft(StaffMembership membership, int owners) {
        if (membership.role() == StaffRole.OWNER && owners == 1) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE, "This is the last owner; make somebody else owner first", "staffMemberId");
        }
    }

    private StaffMembership membership(UUID id) {
        return memberships
                .findById(id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "Nobody of the team has this id", "staffMemberId"));
    }

    private StaffMember snapshot(StaffMembership membership) {
        return membership.snapshot(known(persons.find(membership.person()).orElse(null)));
    }

    private static PersonRecord known(@org.jspecify.annotations.Nullable PersonRecord person) {
        if (person == null) {
            throw new IllegalStateException("A membership names a person that does not exist");
        }
        return person;
    }
}
