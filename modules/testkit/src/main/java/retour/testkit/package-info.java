/**
 * What tests of every module stand on: real PostgreSQL, a clock that can be moved, fresh tenants, callers. Outside the
 * base package of the application, so that it is no module of it.
 */
@NullMarked
package retour.testkit;

import org.jspecify.annotations.NullMarked;
