package app.retour.notifications.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shopify's own cases of Liquid (liquid-spec, as of 2026-11-29): what a template that works in a shop prints here. What
 * differs is listed by its kind, each with how many cases it holds, so that none can slip in.
 */
class GoldenLiquidTests {
    private static final Path CASES =
            Path.of(System.getProperty("retour.root", "../.."), "../shared/fixtures/liquid/liquid-spec-portable.jsonl");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-01T00:01:58Z"), ZoneOffset.UTC);

    /** Each known difference by the name of its case, under the kind it is of. */
    private static final String KNOWN = "/liquid/known-differences.txt";

    @Test
    void everyCaseOfShopifysPrintsTheSameOrIsAKnownDifference() throws IOException {
        assumeTrue(Files.exists(CASES), "Skipped: Shopify's cases of Liquid are not beside this project");
        var cases = Files.readAllLines(CASES);
        assertThat(cases).hasSize(2467);
        var known = known();
        var unknown = new ArrayList<String>();
        for (var line : cases) {
            var one = JsonMapper.shared().readTree(line);
            var difference = difference(one);
            var name = nameOf(one);
            if (difference != null && !known.remove(name)) {
                unknown.add("%s: %s".formatted(name, difference));
            }
        }
        assertThat(unknown).as("differences that nobody knows").isEmpty();
        assertThat(known).as("known differences that are none any more").isEmpty();
    }

    private static Set<String> known() throws IOException {
        try (var file = GoldenLiquidTests.class.getResourceAsStream(KNOWN)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Some cases bear one name; what they say tells them apart. */
    private static String nameOf(JsonNode one) {
        return "%s/%s %s"
                .formatted(
                        one.path("suite").asString(),
                        one.path("name").asString(),
                        Integer.toHexString(one.path("template").asString().hashCode() * 31
                                + one.path("environment").toString().hashCode()));
    }

    /** Where Liquid prints an error into the text, a mistake is right. */
    private static @Nullable String difference(JsonNode one) {
        var expected = one.path("expected").asString();
        try {
            @SuppressWarnings("unchecked")
            var facts = (@Nullable Map<String, Object>) value(one.path("environment"));
            var printed = LiquidTemplate.ofLiquid(one.path("template").asString())
                    .render(facts == null ? Map.of() : facts, CLOCK, Locale.ENGLISH, false);
            return printed.equals(expected) ? null : "prints " + printed;
        } catch (LiquidMistake mistake) {
            return expected.contains("Liquid error") ? null : "says " + mistake.getMessage();
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.properties().forEach(each -> map.put(each.getKey(), value(each.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(each -> list.add(value(each)));
            return list;
        }
        return node.isString()
                ? node.asString()
                : node.isBoolean()
                        ? (Object) node.asBoolean()
                        : node.isIntegralNumber()
                                ? node.bigIntegerValue()
                                : node.isNumber() ? node.decimalValue() : null;
    }
}
