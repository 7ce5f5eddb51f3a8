package app.retour.rules;

import java.util.Map;

/** The reasons a shop's shoppers choose from: whoever keeps them brings them, since the rules know only groups. */
public interface ReasonCodes {
    /** By code, in the shop's order; those in use, and archived ones behind them. */
    Map<String, ReasonGroup> groups();
}
