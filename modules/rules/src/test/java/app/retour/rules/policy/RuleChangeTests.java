package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.isFinal;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.RuleChange.Kind;
import app.retour.rules.policy.RuleChange.Place;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between two policies, told rule by rule so that a reviewer reads no more than they must. */
class RuleChangeTests {
    private static final Rule RULE = rule("Size", reasonIs(ReasonGroup.SIZE), approve());

    @Test
    void nothingChangedNothingToTell() {
        assertThat(RuleChange.between(List.of(RULE), List.of(RULE))).isEmpty();
        assertThat(RuleChange.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void aNewRuleIsToldWithItsPlaceAndSentence() {
        var change = only(List.of(), List.of(RULE));
        assertThat(change.kind()).isEqualTo(Kind.ADDED);
        assertThat(change.ruleId()).isEqualTo("Size");
        assertThat(change.name()).isEqualTo("Size");
        assertThat(change.before()).isNull();
        assertThat(change.after()).isEqualTo(new Place(1, "IF the reason is wrong size THEN approve"));
        assertThat(change.words()).isEqualTo("New: IF the reason is wrong size THEN approve");
        assertThat(only(List.of(), List.of(switchedOff(RULE))).words()).startsWith("New, switched off: IF");
    }

    @Test
    void aRuleThatIsGoneIsToldLast() {
        var other = rule("Other", always(), review());
        var changes = RuleChange.between(List.of(RULE, other), List.of(isFinal(other)));
        assertThat(changes).extracting(RuleChange::kind).containsExactly(Kind.CHANGED, Kind.REMOVED);
        assertThat(changes.getLast().words()).isEqualTo("Gone: IF the reason is wrong size THEN approve");
        assertThat(changes.getLast().before()).isEqualTo(new Place(1, RULE.sentence()));
        assertThat(changes.getLast().after()).isNull();
    }

    @Test
    void eachThingThatChangedInARuleIsToldAlone() {
        changed(new Rule("Size", "Wrong size", true, false, RULE.when(), RULE.then()), "Called “Size” before");
        changed(switchedOff(RULE), "Switched off");
        changed(isFinal(RULE), "Now final: later rules set nothing");
        changed(rule("Size", always(), approve()), "IF always instead of IF the reason is wrong size");
        changed(rule("Size", RULE.when(), review()), "THEN send to review instead of THEN approve");
    }

    @Test
    void backToWhatItWasIsToldToo() {
        assertThat(only(List.of(switchedOff(RULE)), List.of(RULE)).words()).isEqualTo("Switched on");
        assertThat(only(List.of(isFinal(RULE)), List.of(RULE)).words()).isEqualTo("No longer final");
    }

    @Test
    void severalThingsStandBesideEachOther() {
        var is = isFinal(switchedOff(new Rule("Size", "S", true, false, always(), List.of(review()))));
        assertThat(only(List.of(RULE), List.of(is)).words())
                .isEqualTo("Called “Size” before; Switched off; Now final: later rules set nothing;"
                        + " IF always instead of IF the reason is wrong size;"
                        + " THEN send to review instead of THEN approve");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc   | abc   | ''
            abc   | cab   | c
            abc   | bca   | a
            abcd  | dabc  | d
            abcde | badce | 2
            abc   | cba   | 2
            abxc  | abc   | ''
            abc   | axbc  | ''
            """)
    void onlyTheFewestRulesAreSaidToHaveMoved(String older, String newer, String moved) {
        var names = RuleChange.between(rules(older), rules(newer)).stream()
                .filter(change -> change.kind() == Kind.MOVED)
                .map(RuleChange::name)
                .collect(Collectors.joining());
        if (moved.matches("\\d")) {
            assertThat(names).hasSize(Integer.parseInt(moved));
        } else {
            assertThat(names).isEqualTo(moved);
        }
    }

    @Test
    void aMoveSaysFromWhereToWhere() {
        var change = only(rules("abc"), rules("cab"));
        assertThat(change.words()).isEqualTo("Moved from place 3 to 1");
        assertThat(change.before()).isEqualTo(new Place(3, "ALWAYS approve"));
        assertThat(change.after()).isEqualTo(new Place(1, "ALWAYS approve"));
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.strings()
                .withChars("abcdefg")
                .ofLength(1)
                .list()
                .uniqueElements()
                .ofMaxSize(7);
    }

    /** Whoever makes the changes that are told to the older list arrives at the newer one. */
    @Property(tries = 300)
    void theChangesToldLeadFromTheOlderToTheNewer(
            @ForAll("orders") List<String> older, @ForAll("orders") List<String> newer) {
        var changes = RuleChange.between(rules(String.join("", older)), rules(String.join("", newer)));
        var moved = changes.stream()
                .filter(change -> change.kind() == Kind.MOVED || change.kind() == Kind.ADDED)
                .map(RuleChange::ruleId)
                .toList();
        var gone = changes.stream()
                .filter(change -> change.kind() == Kind.REMOVED)
                .map(RuleChange::ruleId)
                .toList();
        var left = new ArrayList<>(older);
        left.removeAll(gone);
        left.removeAll(moved);
        var stays = new ArrayList<>(newer);
        stays.removeAll(moved);
        assertThat(left).as("who did not move keeps their order").isEqualTo(stays);
        assertThat(changes.stream().map(RuleChange::ruleId)).doesNotHaveDuplicates();
    }

    /** No smaller set of moves would do: tried one by one. */
    @Property(tries = 100)
    void noFewerMovesWouldDo(@ForAll("orders") List<String> order) {
        var sorted = order.stream().sorted().toList();
        var moved = RuleChange.between(rules(String.join("", sorted)), rules(String.join("", order)))
                .size();
        var longest = IntStream.range(0, 1 << order.size())
                .mapToObj(set -> IntStream.range(0, order.size())
                        .filter(at -> (set >> at & 1) != 0)
                        .mapToObj(order::get)
                        .toList())
                .filter(kept -> kept.equals(kept.stream().sorted().toList()))
                .mapToInt(List::size)
                .max()
                .orElseThrow();
        assertThat(moved).isEqualTo(order.size() - longest);
    }

    private static List<Rule> rules(String names) {
        return Arrays.stream(names.split(""))
                .filter(name -> !name.isEmpty())
                .map(name -> rule(name, always(), approve()))
                .toList();
    }

    private static void changed(Rule is, String words) {
        var change = only(List.of(RULE), List.of(is));
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.words()).isEqualTo(words);
        assertThat(change.before()).isEqualTo(new Place(1, RULE.sentence()));
        assertThat(change.after()).isEqualTo(new Place(1, is.sentence()));
    }

    private static RuleChange only(List<Rule> older, List<Rule> newer) {
        var changes = RuleChange.between(older, newer);
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }
}
