package app.retour.returns.events;

import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import java.time.Instant;

/**
 * What every event of a return begins with.
 *
 * @param sequence 1, 2, 3 … per return, without gaps
 * @param actor who changed it
 */
public record Stamp(TenantId tenant, ReturnId returnId, String rmaNumber, long sequence, Instant at, Actor actor) {}
