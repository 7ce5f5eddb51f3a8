package app.retour.rules.policy;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rule tells the shopper why in their language; what was written in one language before still reads. */
class TellingInSeveralLanguagesTests {
    private static final String OWN = "It is too late for that.";

    @Test
    void aRuleOfOneTextReadsAndIsWrittenAsItAlwaysWas() {
        var then = Map.of("decision", Map.of("outcome", "REJECT", "shopperReason", OWN));
        assertThat(read(then).then()).containsExactly(new Effect.Decide(Outcome.REJECT, Phrase.of(OWN)));
        assertThat(PolicyWriter.effects(read(then).then())).isEqualTo(then);
    }

    @Test
    void theOtherLanguagesAreKeptEachUnderItsOneTag() {
        var rule = read(rejecting(text("DE", "Dafür ist es zu spät."), text("pt-br", "É tarde demais.")));
        var told = new Phrase(OWN, new TreeMap<>(Map.of("de", "Dafür ist es zu spät.", "pt-BR", "É tarde demais.")));
        assertThat(rule.then()).containsExactly(new Effect.Decide(Outcome.REJECT, told));
        assertThat(read(PolicyWriter.effects(rule.then())).then()).isEqualTo(rule.then());
        assertThat(rule.sentence()).endsWith("reject (“" + OWN + "”)");
    }

    @Test
    void whatNoShopperCouldReadIsRefusedAtItsPlace() {
        refused(ErrorCode.INVALID, rejecting(text("de", "A"), text("german", "B")), "1", "locale");
        refused(ErrorCode.INVALID, rejecting(text("xx", "A")), "0", "locale");
        refused(ErrorCode.REQUIRED, rejecting(Map.of("text", "A")), "0", "locale");
        refused(ErrorCode.INVALID, rejecting(text("de", "  ")), "0", "text");
        refused(ErrorCode.REQUIRED, rejecting(Map.of("locale", "de")), "0", "text");
        refused(ErrorCode.TOO_LARGE, rejecting(text("de", "x".repeat(501))), "0", "text");
        refused(ErrorCode.TAKEN, rejecting(text("de-AT", "A"), text("fr", "B"), text("de-at", "C")), "2", "locale");
        refused(ErrorCode.INVALID, rejecting(Map.of("locale", "de", "text", "A", "html", "<b>")), "0", "html");
        var many = IntStream.range(0, 31).mapToObj(_ -> text("de", "A")).toArray(Map[]::new);
        refused(ErrorCode.TOO_LARGE, rejecting(many));
    }

    @Test
    void aReasonInAnotherLanguageOnlyIsRefused() {
        var then = Map.of("decision", Map.of("outcome", "APPROVE", "translations", List.of(text("de", "Gern."))));
        var refusal = refusal(then);
        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUIRED);
        assertThat(refusal.field()).containsExactly("rules", "0", "then", "decision", "shopperReason");
    }

    @Test
    void whatChangedInAnotherLanguageIsToldInWords() {
        var plain = read(rejecting());
        var german = read(rejecting(text("de", "Zu spät.")));
        assertThat(change(plain, german)).isEqualTo("The shopper's reason in German: “Zu spät.”");
        assertThat(change(german, read(rejecting(text("de", "Leider zu spät.")))))
                .isEqualTo("The shopper's reason in German: “Leider zu spät.” instead of “Zu spät.”");
        assertThat(change(german, plain)).isEqualTo("No shopper's reason in German any more");
        assertThat(change(german, german)).isNull();
        assertThat(RuleChange.between(List.of(), List.of(german)))
                .extracting(RuleChange::words)
                .containsExactly(
                        "New: ALWAYS reject (“It is too late for that.”); The shopper's reason in German: “Zu spät.”");
    }

    private static @Nullable String change(Rule was, Rule is) {
        var changes = RuleChange.between(List.of(was), List.of(is));
        return changes.isEmpty() ? null : changes.getFirst().words();
    }

    private static Map<String, Object> text(String locale, String text) {
        return Map.of("locale", locale, "text", text);
    }

    @SafeVarargs
    private static Map<String, Object> rejecting(Map<String, Object>... texts) {
        return Map.of("decision", Map.of("outcome", "REJECT", "shopperReason", OWN, "translations", List.of(texts)));
    }

    private static void refused(ErrorCode code, Map<String, Object> then, String... place) {
        var refusal = refusal(then);
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        var path = new ArrayList<>(List.of("rules", "0", "then", "decision", "translations"));
        Collections.addAll(path, place);
        assertThat(refusal.field()).isEqualTo(path);
    }

    private static Refusal refusal(Map<String, ?> then) {
        try {
            read(then);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("Accepted: " + then);
    }

    private static Rule read(Map<String, ?> then) {
        var rules = List.of(Map.of("id", "one", "name", "Too late", "when", Map.of("all", List.of()), "then", then));
        return new PolicyReader(EUR, Vocabulary.OF_THE_HOUSE)
                .read(DocumentPart.root(rules, "rules"))
                .rules()
                .getFirst();
    }
}
