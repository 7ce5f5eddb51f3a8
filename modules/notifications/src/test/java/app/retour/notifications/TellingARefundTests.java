package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.notifications.letters.DefaultWords;
import app.retour.notifications.letters.LetterWriter;
import app.retour.notifications.letters.LocaleFormat;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.MerchantFixtures;
import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.letters.MessageValues;
import app.retour.notifications.letters.OwnWords;
import app.retour.notifications.letters.TemplateText;
import app.retour.notifications.moments.Moment;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.view.Notice;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the shopper reads of a refund that was split, lowered, and raised by a gesture. */
class TellingARefundTests {
    private static final Instant NOON = Instant.parse("2026-11-29T11:00:00Z");
    private final Merchant merchant = MerchantFixtures.lumen();

    @Test
    void itNamesEachMeansWithItsShareAndWhenTheMoneyIsThere() {
        var text = told(DefaultWords.of(Moment.REFUND_ISSUED), "en", true);

        assertThat(text)
                .contains("We have refunded €31.46", "€10.00 to Gift card", "€21.46 to Visa ending in 4242")
                .contains("visible on your account in 3–10 days", "gift card or store credit can be used at once");
    }

    @Test
    void itAddsUpWithTaxesAGestureAndWhatWasLowered() {
        assertThat(told(DefaultWords.of(Moment.REFUND_ISSUED), "en", true))
                .contains(
                        "Reading lamp: €40.00",
                        "Tax on shipping: €1.26",
                        "Goodwill: The parcel was late: €5.00",
                        "Given back for this line before: -€10.00",
                        "Already refunded, or never paid: -€4.80");
    }

    @Test
    void aMerchantsOwnWordsAreFilledInTheirLanguage() {
        var german = new TemplateText(
                "Erstattung {{ return.rma }}",
                "Wir haben Ihnen {{ refund.amount }} erstattet: {% for share in refund.shares %}{{ share.amount }} auf {{ share.means }}; {% endfor %}",
                "Ansehen");
        assertThat(told(german, "de", false).replace('\u00a0', ' '))
                .contains("Wir haben Ihnen 31,46 € erstattet: 10,00 € auf Gift card; 21,46 € auf Visa ending in 4242;");
    }

    @Test
    void howItAddsUpIsToldInTheTemplatesLanguage() {
        var german = new TemplateText(
                "Erstattung {{ return.rma }}",
                "{% for line in refund.lines %}- {{ line.text }}: {{ line.amount }}\n{% endfor %}",
                "Ansehen");
        assertThat(told(german, "de", false).replace('\u00a0', ' '))
                .contains(
                        "Reading lamp: 40,00 €",
                        "Steuer auf den Versand: 1,26 €",
                        "Kulanz: The parcel was late: 5,00 €",
                        "Schon erstattet oder nie bezahlt: -14,80 €");
    }

    @Test
    void germanKnowsEveryNextStepAndEveryLineThatIsOurs() {
        var words = OwnWords.in(Locale.GERMAN);
        assertThat(NextStepKind.values())
                .isNotEmpty()
                .allSatisfy(kind ->
                        assertThat(words.own("step." + kind)).as("%s", kind).isPresent());
        var ofTheMerchant = EnumSet.of(WaterfallLineKind.ITEM, WaterfallLineKind.BONUS, WaterfallLineKind.ADJUSTMENT);
        assertThat(EnumSet.complementOf(ofTheMerchant))
                .isNotEmpty()
                .allSatisfy(kind ->
                        assertThat(words.own("line." + kind)).as("%s", kind).isPresent());
    }

    private String told(TemplateText words, String locale, boolean ours) {
        var template = new MessageTemplate(
                Moment.REFUND_ISSUED, locale, words.subject(), words.body(), words.buttonLabel(), ours, 0, null);
        var refund = refund();
        var tongue = LocaleFormat.of(template, merchant);
        var values = MessageValues.of(notice(refund), refund.refundId().value(), merchant, null, tongue);
        return new LetterWriter(Clock.systemUTC())
                .write(words, merchant.letterhead(), values, tongue, "https://retour.example/r/lumen")
                .text();
    }

    private static Notice notice(Refund refund) {
        var returns = new FakeReturns();
        var id = returns.add(ItemDecision.APPROVED, null, "Reading lamp");
        var known = returns.notice(new ReturnId(id)).orElseThrow();
        var of = known.subject();
        return new Notice(
                new Return(
                        of.returnId(),
                        of.rmaNumber(),
                        of.orderId(),
                        of.orderNumber(),
                        of.shopperId(),
                        of.version(),
                        of.currency(),
                        of.requestedAt(),
                        of.closedAt(),
                        of.decision(),
                        of.headline(),
                        of.items(),
                        of.parcels(),
                        List.of(refund),
                        of.evidenceRequests(),
                        of.because(),
                        of.tags(),
                        of.team(),
                        of.assignee(),
                        of.priority(),
                        of.approvedWaitUntil()),
                known.milestones(),
                known.nextSteps(),
                known.receipts());
    }

    private static Refund refund() {
        var lines = List.of(
                line(WaterfallLineKind.ITEM, "Reading lamp", "40.00"),
                line(WaterfallLineKind.RESTOCKING_FEE, "Restocking fee", "-6.00"),
                line(WaterfallLineKind.OUTBOUND_SHIPPING, "Outbound shipping", "6.00"),
                line(WaterfallLineKind.SHIPPING_TAX, "Tax on shipping", "1.26"),
                line(WaterfallLineKind.GOODWILL, "The parcel was late", "5.00"),
                line(WaterfallLineKind.CEILING, "Given back for this line before", "-10.00"),
                line(WaterfallLineKind.CEILING, "Already refunded, or never paid", "-4.80"));
        var shares = List.of(
                new Waterfall.TenderShare("gift", "Gift card", eur("10.00")),
                new Waterfall.TenderShare("card", "Visa ending in 4242", eur("21.46")));
        return new Refund(
                new RefundId(Ids.next()),
                new ReturnId(Ids.next()),
                1,
                RefundState.ISSUED,
                eur("31.46"),
                new Waterfall(lines, eur("31.46"), shares, List.of()),
                false,
                NOON,
                NOON,
                "RF-2207",
                null,
                null,
                false,
                false);
    }

    private static Waterfall.Line line(WaterfallLineKind kind, String text, String amount) {
        return new Waterfall.Line(kind, text, eur(amount), null, null, null);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
