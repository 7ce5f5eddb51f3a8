package app.retour.returns.view;

import app.retour.returns.status.Milestone;
import app.retour.returns.status.NextStep;
import java.util.List;

/**
 * Everything a message about a return needs, as it is now. Who they are comes from {@code orders} by {@link
 * Return#shopperId()}.
 */
public record Notice(Return subject, List<Milestone> milestones, List<NextStep> nextSteps, List<Receipt> receipts) {}
