package app.retour.rules.publishing;

import app.retour.rules.analysis.FactConstraints;
import app.retour.rules.analysis.PolicyAnalysis;
import app.retour.rules.analysis.RememberedItems;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Analyses an invented policy after the start, aside: else whoever opens the rules first waits twice as long, for classes
 * to be loaded and code to be compiled. A quarter of a second of one processor, once.
 */
@Component
class AnalysisWarmUp {
    private static final Currency CURRENCY = Currency.getInstance("EUR");
    private static final int TIMES = 3;

    @EventListener(ApplicationReadyEvent.class)
    void on(ApplicationReadyEvent ready) {
        begin();
    }

    static Thread begin() {
        return Thread.ofPlatform().daemon().name("analysis-practice").start(AnalysisWarmUp::analyse);
    }

    private static void analyse() {
        var memory = new RememberedItems(FactConstraints.of(CURRENCY));
        for (var time = 0; time < TIMES; time++) {
            analysed(memory);
        }
    }

    static PolicyAnalysis analysed(RememberedItems memory) {
        return PolicyAnalysis.of(policy(), FactConstraints.of(CURRENCY), Duration.ofSeconds(1), memory);
    }

    /** The recipes and their opposites, in a bad order, so that something is found of each kind there is to prove. */
    private static Policy policy() {
        var rules = new ArrayList<Rule>();
        for (var time = 0; time < TIMES; time++) {
            for (var recipe : Recipes.in(CURRENCY).reversed()) {
                var when = recipe.rule().when();
                rules.add(new Rule(
                        "r" + rules.size(),
                        recipe.rule().name(),
                        true,
                        false,
                        time % 2 == 0 ? new Condition.None(List.of(when)) : when,
                        recipe.rule().then()));
            }
        }
        return new Policy(CURRENCY, rules);
    }
}
