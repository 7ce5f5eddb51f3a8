package app.retour.orders.mapping;

/**
 * Something that a file does not tell, or that was not guessed, and what follows. It can be imported nevertheless.
 *
 * @param field what it is about
 */
public record MappingNote(OrderField field, String message) {}
