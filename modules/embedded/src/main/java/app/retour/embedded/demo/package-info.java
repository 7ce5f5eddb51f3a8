/**
 * The demo merchant of the embedded start: Fjordwear, a shop of our own making, with a catalogue, orders and returns in
 * every state. All of it goes through the GraphQL schema as their shop's connector, their staff and their shoppers would.
 */
@NullMarked
package app.retour.embedded.demo;

import org.jspecify.annotations.NullMarked;
