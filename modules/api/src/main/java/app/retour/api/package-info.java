/**
 * The ground under the pieces of the one GraphQL schema: root types and scalars, who may ask for what ({@code @access}),
 * signed cursors, user errors, idempotency keys, and the way to run an operation inside the process. Depends on the
 * kernel alone.
 */
@ApplicationModule(displayName = "api", allowedDependencies = "kernel")
@NullMarked
package app.retour.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
