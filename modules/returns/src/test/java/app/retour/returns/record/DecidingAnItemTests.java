package app.retour.returns.record;

import static app.retour.returns.record.AReturn.EURO;
import static app.retour.returns.record.AReturn.decision;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Actor;
import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.returns.status.ItemDecision;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can still be decided of an item, and what happens to its units when some are decided apart. */
class DecidingAnItemTests {
    private static final EnumSet<ItemDecision> GONE = EnumSet.of(ItemDecision.CANCELED, ItemDecision.EXPIRED);

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void beforeItsGoodsCameOnlyWhatIsCanceledOrExpiredIsDecidedForGood(ItemDecision from) {
        for (var to : ItemDecision.values()) {
            var item = AReturn.of(1).decided(1, from).item(1);
            if (GONE.contains(from)) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> item.decide(decision(to)))
                        .withMessage("“Thing 1” is %s, so it cannot become %s", from, to);
                assertThat(item.decision()).isEqualTo(from);
            } else {
                item.decide(decision(to));
                assertThat(item.decision()).isEqualTo(to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void onceItsGoodsCameAnApprovalStaysAndAllElseIsDecidedAnew(ItemDecision from) {
        var item = AReturn.of(1).decided(1, from).came(1, 1, 0, 0).item(1);
        if (from == ItemDecision.APPROVED) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> item.decide(decision(ItemDecision.REJECTED)))
                    .withMessageContaining("is approved and received")
                    .satisfies(refusal -> assertThat(refusal.field()).containsExactly("items"));
        } else {
            item.decide(decision(ItemDecision.APPROVED));
            assertThat(item.decision()).isEqualTo(ItemDecision.APPROVED);
        }
    }

    @Property
    void whoWasApprovedOnceIsKnownToHaveBeen(@ForAll @Size(max = 12) List<ItemDecision> said) {
        var item = AReturn.of(1).item(1);
        var approved = false;
        for (var to : said) {
            try {
                item.decide(decision(to));
                approved |= to == ItemDecision.APPROVED;
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
            }
            assertThat(item.onceApproved()).isEqualTo(approved);
        }
    }

    @Property
    void unitsDecidedApartAreTheSameUnitsForTheSameMoney(
            @ForAll @IntRange(min = 2, max = 40) int quantity, @ForAll @IntRange(min = 1, max = 39) int apart) {
        var of = AReturn.of(quantity).decided(1, ItemDecision.APPROVED);
        var item = of.item(1);
        var worth = item.value(EURO);
        if (apart >= quantity) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> item.split(apart, EURO, 2))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
            assertThat(item.quantity()).isEqualTo(quantity);
            return;
        }
        var split = item.split(apart, EURO, 2);
        assertThat(item.quantity() + split.quantity()).isEqualTo(quantity);
        assertThat(item.value(EURO).plus(split.value(EURO))).isEqualTo(worth);
        assertThat(split.value(EURO)).isEqualTo(euros(10).times(apart));
        assertThat(split)
                .returns(item.returnId(), RequestedItem::returnId)
                .returns(item.orderId(), RequestedItem::orderId)
                .returns(item.orderLineId(), RequestedItem::orderLineId)
                .returns(item.described(), RequestedItem::described)
                .returns(item.reasonId(), RequestedItem::reasonId)
                .returns(item.evidence(), RequestedItem::evidence)
                .returns(item.resolution(), RequestedItem::resolution)
                .returns(item.decisionRecord(), RequestedItem::decisionRecord)
                .returns(true, RequestedItem::onceApproved)
                .returns(item.terms(), RequestedItem::terms)
                .returns(item.price(), RequestedItem::price)
                .returns(2, RequestedItem::place);
    }

    @ParameterizedTest(name = "{0} of 3, {1} came")
    @CsvSource({"0, 0", "-1, 0", "3, 0", "4, 0", "1, 1"})
    void nothingAndEverythingAndWhatHasComeCannotBeDecidedApart(int units, int came) {
        var item = AReturn.of(3).came(1, came, 0, 0).item(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> item.split(units, EURO, 2))
                .withMessage("%d of 3 units of “Thing 1” cannot be decided apart", units);
    }

    @ParameterizedTest
    @CsvSource({
        "IN_REVIEW, true, false",
        "WAITING_FOR_SHOPPER, true, false",
        "APPROVED, true, true",
        "REJECTED, false, false",
        "CANCELED, false, false",
        "EXPIRED, false, false",
    })
    void aLiveItemCountsAgainstTheOrderAndAnApprovedOneTravels(ItemDecision decision, boolean live, boolean travels) {
        var item = AReturn.of(2).decided(1, decision).item(1);
        assertThat(item.isLive()).isEqualTo(live);
        assertThat(item.travels()).isEqualTo(travels);
        assertThat(item.expected()).isEqualTo(travels ? 2 : 0);
        assertThat(item.unitsTaken()).isEqualTo(live ? 2 : 0);
    }

    @Test
    void whatTheShopperIsToldIsKeptInEveryLanguage() {
        var told = new Phrase("Worn", new TreeMap<>(Map.of("de", "Getragen", "fr", "Porté")));
        var said = new DecisionRecord(ItemDecision.REJECTED, Actor.Kind.STAFF, AReturn.NOW, told, "seen", null);
        assertThat(said.told()).isEqualTo(told);
        assertThat(said.decisionReasonTexts()).isEqualTo("{\"de\":\"Getragen\",\"fr\":\"Porté\"}");
        var nothing = decision(ItemDecision.REJECTED);
        assertThat(nothing.told()).isNull();
        assertThat(nothing.decisionReasonTexts()).isEqualTo("{}");
    }

    @Test
    void theSnapshotShowsWhatIsStillToCome() {
        var of = AReturn.approved(3).came(1, 2, 1, 1);
        var seen = ReturnSnapshot.of(of.item(1), AReturn.REASON, new CurrencyConversion(EURO, EURO, null));
        assertThat(seen.goods()).hasToString("Goods[expected=1, received=2, accepted=1, refused=1, missing=0]");
        assertThat(seen.value()).isEqualTo(Money.of("30.00", "EUR"));
        assertThat(seen.fee()).isNull();
        assertThat(seen.exchangeFor()).isNull();
    }
}
