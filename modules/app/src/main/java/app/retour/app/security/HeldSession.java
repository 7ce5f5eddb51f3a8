package app.retour.app.security;

import app.retour.kernel.TenantId;
import app.retour.tenants.people.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * What is kept of a signed-in person between requests, in a session that replicas share. Whether it still holds is asked
 * of the database.
 *
 * @param id to show it and end it by; the cookie is another secret
 * @param signedInAt stays when the person goes on at another merchant
 */
record HeldSession(UUID person, TenantId tenant, int epoch, UUID id, Instant signedInAt, String device) {
    static final String EPOCH = "epoch";
    static final String SIGNED_IN_AT = "signedInAt";
    private static final String TENANT = "tenant";
    private static final String ID = "id";
    private static final String DEVICE = "device";
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    static Optional<HeldSession> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : read(session::getAttribute);
    }

    /** Empty for one that lacks something, as those of earlier releases do. */
    static Optional<HeldSession> read(Function<String, @Nullable Object> attributes) {
        if (attributes.apply(PERSON) instanceof String person
                && attributes.apply(TENANT) instanceof String tenant
                && attributes.apply(EPOCH) instanceof Integer epoch
                && attributes.apply(ID) instanceof String id
                && attributes.apply(SIGNED_IN_AT) instanceof Long signedInAt
                && attributes.apply(DEVICE) instanceof String device) {
            return Optional.of(new HeldSession(
                    UUID.fromString(person),
                    TenantId.of(tenant),
                    epoch,
                    UUID.fromString(id),
                    Instant.ofEpochMilli(signedInAt),
                    device));
        }
        return Optional.empty();
    }

    /** Signed in just now. */
    static HeldSession begun(StaffSession staff, Instant now, String device) {
        return new HeldSession(staff.person(), staff.tenant(), staff.epoch(), UUID.randomUUID(), now, device);
    }

    /** The same sign-in, at another merchant. */
    HeldSession at(TenantId other) {
        return new HeldSession(person, other, epoch, UUID.randomUUID(), signedInAt, device);
    }

    /** Begins a new session with an id that nobody knew before. */
    void keep(HttpServletRequest request) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(TENANT, tenant.toString());
        session.setAttribute(EPOCH, epoch);
        session.setAttribute(ID, id.toString());
        session.setAttribute(SIGNED_IN_AT, signedInAt.toEpochMilli());
        session.setAttribute(DEVICE, device);
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
