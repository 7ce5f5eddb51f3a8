package app.retour.notifications.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template is refused for what it would cost, in words for who writes it; none of these would hurt for long. */
class BoundedTemplateTests {
    private static final LiquidTemplate.Limits SHORT = new LiquidTemplate.Limits(2_000, Duration.ofMillis(50));

    /** Sixteen hundred times of whatever stands inside. */
    private static final String AGAIN =
            "{%% for a in (1..40) %%}{%% for b in (1..40) %%}%s{%% endfor %%}{%% endfor %%}";

    private static final String LONG = "{% assign long = 'a<b ' %}{% for i in (1..12) %}"
            + "{% assign long = long | append: long %}{% endfor %}{% assign list = long | split: ' ' %}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if list contains 'nowhere' %}x{% endif %}",
                "{% if list == list2 %}x{% endif %}",
                "{% if long contains 'b a' and long contains 'nowhere' %}x{% endif %}",
                "{% assign x = long | strip_html %}",
                "{% assign x = long | replace: 'b', 'c' %}",
                "{% assign x = long | remove_last: 'zzz' %}",
                "{% assign x = list | sort %}",
                "{% assign x = list | where: 'size', 3 %}",
                "{% assign x = list | uniq | join: '-' %}",
                "{% assign x = long | escape_once %}",
                "{% case long %}{% when 'a' %}{% when 'b' %}{% endcase %}"
            })
    void whatGoesOnTooLongIsEndedWhereverItIs(String inside) {
        var template = LONG + "{% assign list2 = long | split: ' ' %}" + AGAIN.formatted(inside);
        assertThatThrownBy(() -> filled(LiquidTemplate.within(SHORT, template)))
                .isInstanceOfSatisfying(
                        LiquidMistake.class,
                        mistake -> assertThat(mistake.isTooMuch()).isTrue())
                .message()
                .isIn("It takes too long to fill; make it simpler", "It does too much; make it simpler");
    }

    @Test
    void aPatternLooksAtTheClockWhileItReads() {
        var scope = new Scope(
                Map.of(),
                new Scope.Setting(
                        Filters.ofPlainText(),
                        Clock.systemUTC(),
                        Locale.ENGLISH,
                        true,
                        new LiquidTemplate.Limits(1, Duration.ZERO)));
        var text = new Watched("some words ".repeat(500), scope);
        assertThatThrownBy(() -> Pattern.compile("nowhere").matcher(text).find())
                .isInstanceOf(LiquidMistake.class)
                .hasMessage("It takes too long to fill; make it simpler");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ %s }}",
                "{%% if %s %%}x{%% endif %%}",
                "{%% for a in %s %%}x{%% endfor %%}",
                "{{ 'x' | append: %s }}"
            })
    void bracketsInBracketsAreRefusedBeforeTheyAreRead(String around) {
        for (var nested : new String[] {"[".repeat(2_000), "(1..".repeat(2_000), "a[".repeat(2_000)}) {
            assertTooMuch(around.formatted(nested), "stand in one another");
        }
    }

    @Test
    void chainsAreRefusedBeforeTheyAreRead() {
        assertTooMuch("{{ 'x' " + "| upcase ".repeat(2_000) + "}}", "more than 60 filters");
        assertTooMuch("{% if " + "a and ".repeat(2_000) + "a %}{% endif %}", "stand in one another");
        assertTooMuch("{% if a %}".repeat(1_500), "nested more than 60 deep");
        assertTooMuch("{{ " + "9".repeat(2_000) + " }}", "more than 100 digits");
    }

    @Test
    void aListOfOneLongTextManyTimesIsNeverWrittenOut() {
        var many = LONG
                + "{% assign list = long | split: 'nowhere' %}"
                + "{% for i in (1..10) %}{% assign list = list | concat: list %}{% endfor %}";
        for (var written : new String[] {
            "{{ list }}", "{{ list | join: ',' }}", "{{ list | json }}", "{{ list | upcase }}", "{% cycle list %}"
        }) {
            assertTooMuch(many + written, "A value grows too large");
        }
    }

    @Test
    void aThousandThatTakeTooLongLeaveNothingBehind() {
        var template = LONG + AGAIN.formatted("{% assign x = list | sort %}");
        var none = new LiquidTemplate.Limits(2_000, Duration.ofNanos(1));
        var threads = ManagementFactory.getThreadMXBean();
        assertTooLong(template, none);
        var before = threads.getThreadCount();
        IntStream.range(0, 1_000).forEach(_ -> assertTooLong(template, none));
        assertThat(threads.getThreadCount())
                .as("whoever asks fills it, and no thread goes on by itself")
                .isLessThanOrEqualTo(before);
    }

    @Test
    void aTemplateIsReadOnceWhileItIsInUse() {
        var source = "Dear {{ name }}";
        assertThat(LiquidTemplate.of(source)).isSameAs(LiquidTemplate.of(new String(source.toCharArray())));
    }

    private static void assertTooLong(String template, LiquidTemplate.Limits limits) {
        assertThatThrownBy(() -> filled(LiquidTemplate.within(limits, template)))
                .isInstanceOf(LiquidMistake.class);
    }

    private static void assertTooMuch(String template, String said) {
        assertThatThrownBy(() -> filled(LiquidTemplate.of(template)))
                .isInstanceOfSatisfying(
                        LiquidMistake.class,
                        mistake -> assertThat(mistake.isTooMuch()).isTrue())
                .hasMessageContaining(said);
    }

    private static String filled(LiquidTemplate template) {
        return template.render(Map.of("a", 1, "name", "Ida"), Clock.systemUTC(), Locale.ENGLISH, false);
    }
}
