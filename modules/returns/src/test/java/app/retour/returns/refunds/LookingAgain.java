package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.ReturnAggregate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a change of one return means for its refunds, and for the order's other returns. */
public record LookingAgain(LivingOrder life) {
    /** Whatever happened: refunds that are not paid are looked at again, and what has come to its moment falls due. */
    public void changed(ReturnAggregate aggregate) {
        changed(new ArrayDeque<>(List.of(aggregate)));
    }

    /** Only those that are there are looked at again. */
    public void looksAgain(ReturnAggregate aggregate) {
        if (!DueRefunds.revise(life.account(), aggregate).isEmpty()) {
            othersOf(aggregate);
        }
    }

    /** What a return promises otherwise than before may be owed for the order's other returns. */
    public void othersOf(ReturnAggregate aggregate) {
        changed(new ArrayDeque<>(
                life.returns().stream().filter(other -> other != aggregate).toList()));
    }

    private void changed(Deque<ReturnAggregate> moved) {
        for (var times = 0; !moved.isEmpty(); times++) {
            assertThat(times).as("returns that move one another").isLessThan(100);
            var aggregate = moved.remove();
            var worthNothing = aggregate.unitsWorthNothing();
            var revised = !DueRefunds.revise(life.account(), aggregate).isEmpty();
            if (aggregate.goesAhead() && !aggregate.authorization().isClosed()) {
                var due = DueRefunds.next(life.account(), aggregate, life.tick());
                if (due.isPresent() && DueRefunds.givesBackFees(aggregate)) {
                    revised |= !DueRefunds.revise(life.account(), aggregate).isEmpty();
                }
            }
            if (revised || aggregate.unitsWorthNothing() > worthNothing) {
                life.returns().stream()
                        .filter(other -> other != aggregate && !moved.contains(other))
                        .forEach(moved::add);
            }
        }
    }
}
