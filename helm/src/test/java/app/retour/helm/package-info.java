/** The chart, rendered in the process by Helm's own code. */
@org.jspecify.annotations.NullMarked
package app.retour.helm;
