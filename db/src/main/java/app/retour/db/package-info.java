/** The schema of the house: Liquibase changelogs, one folder per module that owns tables, and the way to run them. */
@NullMarked
package app.retour.db;

import org.jspecify.annotations.NullMarked;
