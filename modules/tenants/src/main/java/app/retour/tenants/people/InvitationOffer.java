package app.retour.tenants.people;

/**
 * What an invitation link offers to its holder.
 *
 * @param accountExists accept with the present password; else choose name and password
 */
public record InvitationOffer(String tenantName, String email, StaffRole role, boolean accountExists) {}
