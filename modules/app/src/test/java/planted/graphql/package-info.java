/** What a package of controllers must not know. */
@NullMarked
package planted.graphql;

import org.jspecify.annotations.NullMarked;
