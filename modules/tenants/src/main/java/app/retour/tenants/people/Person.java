package app.retour.tenants.people;

import java.util.UUID;

/** Somebody who signs in; may be staff of several merchants. */
public record Person(UUID id, String email, String name, boolean totpEnabled) {}
