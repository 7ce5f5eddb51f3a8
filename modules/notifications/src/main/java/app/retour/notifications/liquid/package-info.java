/**
 * Liquid, as merchants know it from their shops: text with {@code {{ values }}} and {@code {% tags %}}, and nothing that
 * reaches out of it. An engine of the house's own because what a template prints and what is said about a mistake in it
 * are read by merchants: measured against Shopify's published cases in {@code GoldenLiquidTests}.
 */
@NullMarked
package app.retour.notifications.liquid;

import org.jspecify.annotations.NullMarked;
