package app.retour.tenants.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.tenants.audit.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A page of the audit names the same few again and again. */
class ActorNamesTests {
    private final Actor ida = new Actor(Actor.Kind.STAFF, Ids.next().toString());
    private final Actor gone = new Actor(Actor.Kind.STAFF, Ids.next().toString());
    private final List<Actor> looked = new ArrayList<>();

    private static AuditEntry by(Actor actor) {
        return new AuditEntry(Ids.next(), Instant.EPOCH, actor, "policy.published", "Policy", null, Map.of());
    }

    private Optional<String> look(Actor actor) {
        looked.add(actor);
        return actor.equals(ida) ? Optional.of("Ida") : Optional.empty();
    }

    @Test
    void eachIsLookedForOnceKnownOrNot() {
        var entries = List.of(by(ida), by(gone), by(ida), by(gone), by(ida));
        var names = ActorNames.of(entries, this::look);
        assertThat(entries.stream().map(names::get)).containsExactly("Ida", null, "Ida", null, "Ida");
        assertThat(looked).containsExactly(ida, gone);
    }

    @Test
    void whoIsNotKnownHasNoName() {
        assertThat(ActorNames.of(List.of(by(gone)), this::look)).isEmpty();
        assertThat(ActorNames.of(List.of(), this::look)).isEmpty();
    }
}
