package app.retour.returns;

import java.util.Optional;

/** The face of this module for reading and requesting. Every caller, our own GraphQL included, comes in here. */
public interface Returns {
    /** The return as it is now; empty when this tenant has none such. */
    Optional<Return> find(ReturnId id);

    /** Everything that a message about it needs; read by notifications when they render. */
    Optional<Notice> notice(ReturnId id);
}
