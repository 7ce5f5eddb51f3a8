/**
 * Who may come in over HTTP, and as whom: one chain for each kind of door (webhooks, tokens, portal, operator, the rest),
 * one kind of credential for each request, the tenant bound around it.
 */
@NullMarked
package app.retour.app.security;

import org.jspecify.annotations.NullMarked;
