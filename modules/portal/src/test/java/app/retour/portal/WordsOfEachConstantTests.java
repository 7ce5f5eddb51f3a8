package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.portal.schema.BlockedBecause;
import app.retour.portal.schema.FeeKind;
import app.retour.portal.schema.FeePer;
import app.retour.portal.schema.Headline;
import app.retour.portal.schema.ItemDecision;
import app.retour.portal.schema.MilestoneState;
import app.retour.portal.schema.Moment;
import app.retour.portal.schema.NextStepKind;
import app.retour.portal.schema.RefundState;
import app.retour.portal.schema.Resolution;
import app.retour.portal.schema.ReturnDecision;
import app.retour.portal.schema.ReturnShipping;
import app.retour.portal.schema.WaterfallLineKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What the schema can say, the pages have words for; {@code WordsInEveryLanguageTests} asks the other languages. */
class WordsOfEachConstantTests {
    /** Told to the merchant's team alone. */
    private static final Set<Moment> NOT_TOLD_TO_SHOPPERS = EnumSet.of(Moment.REVIEW_WANTED, Moment.REFUND_FAILED);

    @Test
    void eachConstantHasItsWords() throws IOException {
        var wanted = Stream.of(
                        keys("headline.", Headline.values()),
                        keys("decision.", ReturnDecision.values()),
                        keys("item.", ItemDecision.values()),
                        keys("milestone.", MilestoneTitle.values()),
                        keys("milestone.", MilestoneState.values()),
                        keys("step.", NextStepKind.values()),
                        keys("parcel.", ParcelTitle.values()),
                        keys("refund.", Arrays.stream(RefundState.values()).filter(RefundState::isReal)),
                        keys(
                                "moment.",
                                Arrays.stream(Moment.values()).filter(each -> !NOT_TOLD_TO_SHOPPERS.contains(each))),
                        keys(
                                "waterfall.",
                                Arrays.stream(WaterfallLineKind.values()).filter(WaterfallLineKind::isNamedByUs)),
                        keys("blocked.", BlockedBecause.values()),
                        keys("shipping.", ReturnShipping.values()),
                        keys("resolution.", Resolution.values()),
                        keys("resolution.", Resolution.values()).map(key -> key + ".hint"),
                        keys("possible.", Resolution.values()),
                        keys("possible.", Resolution.values()).map(key -> key + ".until"),
                        keys("fee." + FeeKind.FLAT + ".", FeePer.values()),
                        keys("fee." + FeeKind.PERCENT + ".", FeePer.values()))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
        assertThat(words()).containsAll(wanted);
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return keys(prefix, Arrays.stream(constants));
    }

    private static Stream<String> keys(String prefix, Stream<? extends Enum<?>> constants) {
        return constants.map(each -> prefix + each.name());
    }

    private static Set<String> words() throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                        new EncodedResource(new ClassPathResource("portal/messages.properties"), "UTF-8"))
                .stringPropertyNames();
    }
}
