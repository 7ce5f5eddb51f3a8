package app.retour.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface by which the house talks to the world outside: mail, payments, carriers. A bean behind it refuses
 * every call while a transaction is active ({@link OutsideTransactions}), since a slow server would keep a connection and
 * its locks, and what was said cannot be rolled back. House rules let nobody else talk to a network, and nobody depend
 * on what stands behind such an interface.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutboundPort {}
