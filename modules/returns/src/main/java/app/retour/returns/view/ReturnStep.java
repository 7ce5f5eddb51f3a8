package app.retour.returns.view;

import app.retour.kernel.Actor;
import java.time.Instant;

/** A change of a return, as its timeline tells it. */
public record ReturnStep(long sequence, String event, String text, Actor actor, Instant at) {}
