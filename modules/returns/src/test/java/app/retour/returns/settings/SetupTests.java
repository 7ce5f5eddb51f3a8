package app.retour.returns.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.rules.analysis.Finding;
import app.retour.rules.analysis.FindingKind;
import app.retour.rules.analysis.WitnessFact;
import app.retour.rules.policy.Resolution;
import app.retour.rules.publishing.PolicyAnalyses;
import app.retour.rules.publishing.PolicySource;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class SetupTests {
    @Autowired
    ReturnSetup setup;

    @Autowired
    PolicyAnalyses analyses;

    @Autowired
    Tenants tenants;

    @Test
    void aNewMerchantHasWorkingReasonsAndSettings() {
        TenantContext.runAs(aMerchant(), () -> {
            assertThat(setup.reasons(false)).extracting(ReturnReason::code).contains("too_small", "defective");
            assertThat(setup.reasons(false)).hasSize(8);
            assertThat(setup.settings().resolutions()).containsExactly(Resolution.REFUND, Resolution.EXCHANGE);
            assertThat(setup.settings().assumedTransitDays()).isEqualTo(5);
        });
    }

    @Test
    void aReasonSpeaksTheShoppersLanguageWhereItCan() {
        TenantContext.runAs(aMerchant(), () -> {
            var reason = setup.createReason("itchy", ReasonGroup.OTHER, Map.of("en", "It itches"), null);
            assertThat(reason.textIn(Locale.GERMAN, Locale.ENGLISH)).isEqualTo("It itches");
            setup.updateReason(reason.reasonId(), null, Map.of("en", "It itches", "de", "Es juckt"), null);
            assertThat(setup.reasons(false).getLast().textIn(Locale.GERMANY, Locale.ENGLISH))
                    .isEqualTo("Es juckt");
            setup.archiveReason(reason.reasonId(), true);
            assertThat(setup.reasons(false)).extracting(ReturnReason::code).doesNotContain("itchy");
            assertThat(setup.reasons(true)).extracting(ReturnReason::code).contains("itchy");
        });
    }

    /** PostgreSQL 18.6, 2026-11-29: jsonb keeps "de" before "en". Every language that the sign-up offers is asked. */
    @Test
    void aShopOfALanguageThatNoReasonIsToldInReadsEnglishReasons() {
        for (var offered : List.of("fr", "nl", "it", "es", "da", "sv", "pl", "ja", "en-GB", "pt-BR", "zh-Hant")) {
            TenantContext.runAs(aMerchant(offered), () -> {
                setup.reasons(false);
                var home = Locale.forLanguageTag(offered);
                assertThat(setup.reasons(false).getFirst().textIn(home, home)).isEqualTo("Too small");
                assertThat(setup.reasons(false).getFirst().textIn(Locale.GERMAN, home))
                        .isEqualTo("Zu klein");
            });
        }
    }

    @Test
    void whichTextIsTheLastResortIsKeptAndChosenAnewWhenItGoes() {
        TenantContext.runAs(aMerchant("ja"), () -> {
            var texts = new LinkedHashMap<String, String>();
            texts.put("nl", "Het jeukt");
            texts.put("de", "Es juckt");
            var reason = setup.createReason("itchy", ReasonGroup.OTHER, texts, null);
            assertThat(setup.reasons(false).getLast().textIn(Locale.FRENCH, Locale.JAPANESE))
                    .isEqualTo("Het jeukt");
            setup.updateReason(reason.reasonId(), null, Map.of("de", "Es juckt"), null);
            assertThat(setup.reasons(false).getLast().textIn(Locale.FRENCH, Locale.JAPANESE))
                    .isEqualTo("Es juckt");
        });
    }

    @Test
    void oneLanguageInTwoSpellingsIsRefused() {
        TenantContext.runAs(
                aMerchant(),
                () -> assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> setup.createReason(
                                "itchy", ReasonGroup.OTHER, Map.of("de", "Es juckt", "DE", "Es kratzt"), null))
                        .returns(ErrorCode.TAKEN, Refusal::code)
                        .returns(List.of("texts", "1", "locale"), Refusal::field));
    }

    @Test
    void whatTheAnalysisInventsKnowsTheShopsReasons() {
        var rules = List.of(
                rule("Itches", test("item.reason", "itchy"), "REJECT"),
                rule("Defects", test("item.reasonGroup", "DEFECT"), "REVIEW"));
        TenantContext.runAs(aMerchant(), () -> {
            setup.createReason("itchy", ReasonGroup.CHANGED_MIND, Map.of("en", "It itches"), null);
            assertThat(analyses.analyse(PolicySource.DRAFT, rules, null).findings())
                    .filteredOn(found -> found.kind() == FindingKind.STATUTORY_RISK)
                    .singleElement()
                    .satisfies(found -> assertThat(WitnessFact.of((Finding.Reachable) found))
                            .extracting(WitnessFact::fact, fact -> fact.values().getFirst())
                            .containsOnly(
                                    tuple("item.reason", "itchy"),
                                    tuple("item.reasonGroup", "CHANGED_MIND"),
                                    tuple("legal.basis", "WITHDRAWAL")));
        });
    }

    private static Map<String, Object> rule(String name, Map<String, Object> when, String outcome) {
        return Map.of(
                "name",
                name,
                "when",
                when,
                "then",
                Map.of("decision", Map.of("outcome", outcome, "shopperReason", "So.")));
    }

    private static Map<String, Object> test(String fact, String value) {
        return Map.of("test", Map.of("fact", fact, "operator", "EQUALS", "values", List.of(value)));
    }

    @Test
    void settingsChangedMeanwhileAreNotOverwritten() {
        TenantContext.runAs(aMerchant(), () -> {
            var seen = setup.settings().version();
            setup.change(hours(seen, 0));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> setup.change(hours(seen, 48)))
                    .returns(ErrorCode.STALE, Refusal::code);
            assertThat(setup.settings().hoursToWaitForRest()).isZero();
        });
    }

    @Test
    void storeCreditIsNotOfferedYet() {
        TenantContext.runAs(
                aMerchant(),
                () -> assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> setup.change(ChangedSettings.of(setup)
                                .resolutions(Resolution.STORE_CREDIT)
                                .told()))
                        .returns(List.of("resolutions"), Refusal::field));
    }

    private static ReturnSettingsChange hours(long version, int hours) {
        return ChangedSettings.seenAs(version).hoursToWait(hours).told();
    }

    private TenantId aMerchant() {
        return aMerchant("en");
    }

    private TenantId aMerchant(String locale) {
        return tenants.open(NewTenant.of(
                "Shop", "s" + UUID.randomUUID().toString().substring(0, 12), "EUR", "Europe/Berlin", locale));
    }
}
