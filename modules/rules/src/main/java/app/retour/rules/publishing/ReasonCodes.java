package app.retour.rules.publishing;

import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** The reasons a shop's shoppers choose from: whoever keeps them brings them, since the rules know only groups. */
@NamedInterface("publishing")
public interface ReasonCodes {
    /** By code, in the shop's order; those in use, and archived ones behind them. */
    Map<String, ReasonGroup> groups();
}
