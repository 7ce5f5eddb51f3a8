/** Files over HTTP: sent as multipart, fetched by path. GraphQL carries no files. */
@NullMarked
package app.retour.files.web;

import org.jspecify.annotations.NullMarked;
