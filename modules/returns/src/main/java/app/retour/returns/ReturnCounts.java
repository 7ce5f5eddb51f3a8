package app.retour.returns;

/** How many returns, refunds and tasks want something. */
public record ReturnCounts(
        int review, int waitingForShopper, int onTheWay, int toInspect, int refundsDue, int problems, int openTasks) {}
