/** Classes that break the rules of the house on purpose, outside of it; see {@code SeenToFailTests}. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
