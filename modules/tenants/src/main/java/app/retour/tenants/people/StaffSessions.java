package app.retour.tenants.people;

import java.util.List;
import java.util.UUID;

/** Where people are signed in: what the store of sessions answers for. */
public interface StaffSessions {
    /** Those that still hold, the one used last first. */
    List<OpenSession> of(UUID person);

    /** @return false when the person has no such session */
    boolean end(UUID person, UUID session);

    /** Lets one go on in an epoch that ended the others. */
    void goOn(UUID person, UUID session, int epoch);
}
