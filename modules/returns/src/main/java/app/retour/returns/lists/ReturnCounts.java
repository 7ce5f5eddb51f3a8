package app.retour.returns.lists;

/** How many returns, refunds and tasks want something. */
public record ReturnCounts(
        int review, int waitingForShopper, int onTheWay, int toInspect, int refundsDue, int problems, int openTasks) {}
