/** What operators are handed, looked into and run as they run it. */
@org.jspecify.annotations.NullMarked
package app.retour.server;
