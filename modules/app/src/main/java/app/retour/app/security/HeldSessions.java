package app.retour.app.security;

import app.retour.tenants.people.OpenSession;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.StaffSession;
import app.retour.tenants.people.StaffSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Which sessions of staff hold: none of an earlier epoch, none longer than a while after signing in, however busy. */
@Component
class HeldSessions implements StaffSessions {
    private final SignIns signIns;
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> stores;
    private final Duration longest;
    private final Clock clock;

    HeldSessions(
            SignIns signIns,
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> stores,
            @Value("${retour.sessions.longest:7d}") Duration longest,
            Clock clock) {
        this.signIns = signIns;
        this.stores = stores;
        this.longest = longest;
        this.clock = clock;
    }

    Optional<StaffSession> whoHolds(HeldSession held) {
        if (!clock.instant().isBefore(held.signedInAt().plus(longest))) {
            return Optional.empty();
        }
        return signIns.at(held.person(), held.tenant()).filter(staff -> staff.epoch() == held.epoch());
    }

    @Override
    public List<OpenSession> of(UUID person) {
        return stores.stream()
                .flatMap(store -> store.findByPrincipalName(person.toString()).values().stream())
                .flatMap(session -> HeldSession.read(session::getAttribute).stream()
                        .filter(held -> whoHolds(held).isPresent())
                        .map(held ->
                                new OpenSession(held.id(), held.device(), held.signedInAt(), lastSeen(held, session))))
                .sorted(Comparator.comparing(OpenSession::lastSeenAt)
                        .thenComparing(OpenSession::signedInAt)
                        .reversed())
                .toList();
    }

    @Override
    public boolean end(UUID person, UUID session) {
        return stores.stream().anyMatch(store -> end(store, person, session));
    }

    @Override
    public void goOn(UUID person, UUID session, int epoch) {
        stores.forEach(store -> goOn(store, person, session, epoch));
    }

    private static <S extends Session> boolean end(
            FindByIndexNameSessionRepository<S> store, UUID person, UUID session) {
        var found = found(store, person, session).toList();
        found.forEach(each -> store.deleteById(each.getId()));
        return !found.isEmpty();
    }

    private static <S extends Session> void goOn(
            FindByIndexNameSessionRepository<S> store, UUID person, UUID session, int epoch) {
        found(store, person, session).forEach(each -> {
            each.setAttribute(HeldSession.EPOCH, epoch);
            store.save(each);
        });
    }

    private static <S extends Session> Stream<S> found(
            FindByIndexNameSessionRepository<S> store, UUID person, UUID session) {
        return store.findByPrincipalName(person.toString()).values().stream()
                .filter(each -> HeldSession.read(each::getAttribute)
                        .filter(held -> held.id().equals(session))
                        .isPresent());
    }

    /** To the hour, but not before they signed in. */
    private static Instant lastSeen(HeldSession held, Session session) {
        var hour = session.getLastAccessedTime().truncatedTo(ChronoUnit.HOURS);
        return hour.isBefore(held.signedInAt()) ? held.signedInAt() : hour;
    }
}
