/** What a shopper does at a merchant's portal: over HTTP, without script, on the started application. */
@org.jspecify.annotations.NullMarked
package app.retour.journeys.portal;
