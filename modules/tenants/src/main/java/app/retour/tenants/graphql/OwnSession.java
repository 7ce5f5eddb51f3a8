package app.retour.tenants.graphql;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.tenants.people.OpenSession;
import app.retour.tenants.people.StaffSessions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The session of the caller of the moment, and their others; none where requests come without sessions. */
@Component
class OwnSession {
    private final ObjectProvider<StaffSessions> sessions;

    OwnSession(ObjectProvider<StaffSessions> sessions) {
        this.sessions = sessions;
    }

    /** As the schema shows it. */
    record Shown(OpenSession session, boolean current) {
        public String id() {
            return GlobalId.of("ViewerSession", session.id());
        }

        public String device() {
            return session.device();
        }

        public Instant signedInAt() {
            return session.signedInAt();
        }

        public Instant lastSeenAt() {
            return session.lastSeenAt();
        }
    }

    static UUID person() {
        return Objects.requireNonNull(Caller.current().subject(), "Staff have a subject");
    }

    List<Shown> all() {
        var here = here();
        return sessions.stream()
                .flatMap(store -> store.of(person()).stream())
                .map(open -> new Shown(open, here.filter(open.id()::equals).isPresent()))
                .toList();
    }

    boolean end(UUID session) {
        return sessions.stream().anyMatch(store -> store.end(person(), session));
    }

    /** After a change that ended every session of an earlier epoch. */
    void goOn(int epoch) {
        here().ifPresent(here -> sessions.ifAvailable(store -> store.goOn(person(), here, epoch)));
    }

    private static Optional<UUID> here() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getSessionId()).map(UUID::fromString)
                : Optional.empty();
    }
}
