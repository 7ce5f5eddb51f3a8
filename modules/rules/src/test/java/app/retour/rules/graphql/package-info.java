@NullMarked
package app.retour.rules.graphql;

import org.jspecify.annotations.NullMarked;
