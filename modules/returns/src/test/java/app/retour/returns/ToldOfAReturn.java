package app.retour.returns;

import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.Milestone;
import app.retour.returns.status.NextStep;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.status.TeamStep;
import app.retour.returns.status.TeamStepKind;
import java.util.List;

/** What shopper and team are told of a return and may do, for tests that stand with what it follows from. */
public final class ToldOfAReturn {
    private ToldOfAReturn() {}

    public static boolean canCancel(ReturnAggregate aggregate) {
        return ShopperStatus.canCancel(aggregate);
    }

    public static List<NextStepKind> toShopper(ReturnAggregate aggregate) {
        return ShopperStatus.nextSteps(aggregate).stream().map(NextStep::kind).toList();
    }

    public static List<Milestone> milestones(ReturnAggregate aggregate) {
        return ShopperStatus.milestones(aggregate, null);
    }

    public static List<TeamStepKind> toTeam(ReturnAggregate aggregate) {
        return teamSteps(aggregate).stream().map(TeamStep::kind).toList();
    }

    public static List<TeamStep> teamSteps(ReturnAggregate aggregate) {
        return TeamNextSteps.steps(aggregate, List.of(), 0);
    }
}
