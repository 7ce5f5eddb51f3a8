package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.LivingOrder;
import app.retour.returns.record.Dossier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a change of one return means for its refunds, and for the order's other returns. */
public record LookingAgain(LivingOrder life) {
    /** Whatever happened: refunds that are not paid are looked at again, and what has come to its moment falls due. */
    public void changed(Dossier dossier) {
        changed(new ArrayDeque<>(List.of(dossier)));
    }

    /** Only those that are there are looked at again. */
    public void looksAgain(Dossier dossier) {
        if (!DueRefunds.revise(life.account(), dossier).isEmpty()) {
            othersOf(dossier);
        }
    }

    /** What a return promises otherwise than before may be owed for the order's other returns. */
    public void othersOf(Dossier dossier) {
        changed(new ArrayDeque<>(
                life.returns().stream().filter(other -> other != dossier).toList()));
    }

    private void changed(Deque<Dossier> moved) {
        for (var times = 0; !moved.isEmpty(); times++) {
            assertThat(times).as("returns that move one another").isLessThan(100);
            var dossier = moved.remove();
            var worthNothing = dossier.unitsWorthNothing();
            var revised = !DueRefunds.revise(life.account(), dossier).isEmpty();
            if (dossier.goesAhead() && !dossier.authorization().isClosed()) {
                var due = DueRefunds.next(life.account(), dossier, life.tick());
                if (due.isPresent() && DueRefunds.givesBackFees(dossier)) {
                    revised |= !DueRefunds.revise(life.account(), dossier).isEmpty();
                }
            }
            if (revised || dossier.unitsWorthNothing() > worthNothing) {
                life.returns().stream()
                        .filter(other -> other != dossier && !moved.contains(other))
                        .forEach(moved::add);
            }
        }
    }
}
