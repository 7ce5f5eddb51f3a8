package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.notifications.letters.DefaultWords;
import app.retour.notifications.moments.Moment;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationsTest
class ChangingATemplateTests {
    private static final Actor STAFF = new Actor(Actor.Kind.STAFF, "a-person");

    @Autowired
    Scenery.Merchandise scenery;

    @Autowired
    MessageTemplates templates;

    @Autowired
    TemplateVersions versions;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Dispatcher dispatcher;

    TenantId tenant;

    @BeforeEach
    void aMerchant() {
        tenant = scenery.aLiveMerchant();
    }

    @Test
    void everyMomentHasWordsAndIsOn() {
        TenantContext.runAs(
                tenant,
                () -> assertThat(templates.moments())
                        .hasSameSizeAs(Moment.values())
                        .allMatch(MomentSetting::enabled)
                        .allMatch(setting -> setting.template().isDefault()
                                && setting.template().version() == 0));
    }

    @Test
    void everySaveIsAVersionAndGoingBackIsOneToo() {
        TenantContext.runAs(tenant, () -> {
            var first = templates.save(draft("One {{ return.rma }}"), 0, STAFF);
            var second = templates.save(draft("Two {{ return.rma }}"), first.version(), STAFF);
            var ours = templates.revert(Moment.APPROVED, null, second.version(), STAFF);

            assertThat(ours.isDefault()).isTrue();
            assertThat(ours.version()).isEqualTo(3);
            assertThat(ours.subject())
                    .isEqualTo(DefaultWords.of(Moment.APPROVED).subject());
            assertThat(templates.history(ours))
                    .extracting(MessageTemplateVersion::version)
                    .containsExactly(3, 2, 1);
        });
    }

    @Test
    void twoPeopleNeverOverwriteEachOther() {
        TenantContext.runAs(tenant, () -> {
            templates.save(draft("One"), 0, STAFF);
            assertThat(refusal(() -> templates.save(draft("Other"), 0, STAFF)).code())
                    .isEqualTo(ErrorCode.STALE);
        });
    }

    @Test
    void aTemplateThatNamesWhatDoesNotExistIsNotSaved() {
        TenantContext.runAs(tenant, () -> {
            var refusal = refusal(() -> templates.save(draft("Hi {{ return.rmaNumber }}"), 0, STAFF));
            assertThat(refusal.field()).containsExactly("subject");
            assertThat(refusal.getMessage()).contains("return.rmaNumber");
            assertThat(templates.template(Moment.APPROVED, null).version()).isZero();
        });
    }

    @Test
    void aPreviewShowsARealReturnAndSavesNothing() {
        var lamp = scenery.returns().add(ItemDecision.APPROVED, scenery.aShopper(), "Reading <lamp>");
        TenantContext.runAs(tenant, () -> {
            var preview = templates.preview(draft("News of {{ return.rma }} for {{ shopper.name }}"), lamp);

            assertThat(preview.subject()).isEqualTo("News of R-1001 for Ada <b>Example</b>");
            assertThat(preview.html()).contains("Reading &lt;lamp&gt;, brass").doesNotContain("<lamp>");
            assertThat(preview.size()).isBetween(1_000, 60_000);
            assertThat(templates.template(Moment.APPROVED, null).version()).isZero();
        });
    }

    @Test
    void aPreviewOfAReturnThatIsNotThereIsRefused() {
        TenantContext.runAs(
                tenant,
                () -> assertThat(refusal(() -> templates.preview(draft("x"), Ids.next()))
                                .code())
                        .isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aTestGoesToThePersonWhoAsked() throws Exception {
        var address = "agent-%s@lumen.example".formatted(tenant);
        TenantContext.runAs(
                tenant,
                () -> templates.sendTest(
                        templates.test(draft("Hi {{ return.rma }}"), null), UUID.randomUUID(), address));
        dispatcher.dispatch(() -> true);

        assertThat(scenery.mailOf(address)).hasSize(1);
        assertThat(scenery.mailOf(address).getFirst().getSubject()).isEqualTo("[Test] Hi R-1042");
    }

    @Test
    void aLanguageOfItsOwnStandsBesideTheMerchants() {
        TenantContext.runAs(tenant, () -> {
            var german =
                    new TemplateDraft(Moment.APPROVED, Locale.GERMAN, "Genehmigt: {{ return.rma }}", "Hallo", "Weiter");
            templates.save(german, 0, STAFF);
            assertThat(templates.template(Moment.APPROVED, Locale.GERMAN).subject())
                    .startsWith("Genehmigt");
            assertThat(templates.template(Moment.APPROVED, null).isDefault()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        // written, wanted, the shop's, what is read
        "de-AT,   de,         en, de-AT",
        "pt,      pt-BR,      en, pt",
        "no,      nb-NO,      en, no",
        "zh-TW,   zh-Hant,    en, zh-TW",
        "iw,      he-IL,      en, he",
        "de,      fr,         de-CH, de",
        "de,      fr,         en, own",
    })
    void aReaderGetsTheWordsOfTheirLanguageWhicheverWayItIsTagged(
            String written, String wanted, String home, String read) {
        TenantContext.runAs(tenant, () -> {
            templates.save(new TemplateDraft(Moment.APPROVED, Locale.forLanguageTag(written), "S", "B", "L"), 0, STAFF);
            var best = Objects.requireNonNull(new TransactionTemplate(transactions)
                    .execute(_ -> versions.bestFor(
                            Moment.APPROVED, Locale.forLanguageTag(wanted), Locale.forLanguageTag(home))));
            assertThat(best.isDefault() ? "own" : best.locale()).isEqualTo(read);
        });
    }

    private static TemplateDraft draft(@Nullable String subject) {
        return new TemplateDraft(Moment.APPROVED, null, subject, null, null);
    }

    private static Refusal refusal(Runnable action) {
        var refusals = new java.util.ArrayList<Refusal>();
        assertThatExceptionOfType(Refusal.class).isThrownBy(action::run).satisfies(refusals::add);
        return refusals.getFirst();
    }
}
