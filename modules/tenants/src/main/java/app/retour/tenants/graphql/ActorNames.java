package app.retour.tenants.graphql;

import app.retour.kernel.Actor;
import app.retour.tenants.audit.AuditEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What whoever did something is called, as far as they are known still. */
final class ActorNames {
    private ActorNames() {}

    /** One look for each actor, however many entries name it. */
    static Map<AuditEntry, String> of(List<AuditEntry> entries, Function<Actor, Optional<String>> look) {
        var known = new HashMap<Actor, Optional<String>>();
        var names = new HashMap<AuditEntry, String>();
        for (var entry : entries) {
            known.computeIfAbsent(entry.actor(), look).ifPresent(name -> names.put(entry, name));
        }
        return names;
    }
}
