package app.retour.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingALetterTests {
    private static final String URL = "https://retour.example/r/lumen?order=1042";
    private static final LocaleFormat US = new LocaleFormat(Locale.US, Locale.US, ZoneId.of("Europe/Berlin"));
    private final LetterWriter writer =
            new LetterWriter(Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC));
    private final Letterhead letterhead =
            new Letterhead("Lumen & Co", "#1f5a4d", "#ffffff", null, "help@lumen.example", "en");
    private final Merchant merchant = MerchantFixtures.lumen();

    @ParameterizedTest
    @EnumSource
    void everyDefaultSaysTheNewsFirstAndFits(Moment moment) {
        var letter = writer.tryOut(DefaultWords.of(moment), letterhead, ExampleValues.of(merchant, US), US, URL);

        assertThat(letter.subject()).contains("R-1042").doesNotContain("{{", "{%");
        assertThat(letter.text().lines().findFirst().orElse("")).contains("R-1042");
        assertThat(letter.text()).contains(URL, "help@lumen.example").doesNotContain("{{", "{%", "**");
        assertThat(letter.html()).contains("Lumen &amp; Co", "color-scheme").doesNotContain("<script", "{{", "**");
        assertThat(letter.html().split("<a href=\"https", -1)).as("one button").hasSize(2);
        assertThat(letter.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    /** What happened stands in the first line; after it what is next, what to do (or that nothing is), and whom to ask. */
    @ParameterizedTest
    @EnumSource
    void everyDefaultToAShopperSaysWhatIsNextWhatToDoAndHowToReachUs(Moment moment) {
        if (moment.audience() != NotificationAudience.SHOPPER) {
            return;
        }
        var text = writer.tryOut(DefaultWords.of(moment), letterhead, ExampleValues.of(merchant, US), US, URL)
                .text();

        assertThat(text).containsAnyOf("What is next", "What this means");
        assertThat(text)
                .containsAnyOf("need to do nothing", "need do nothing", "What to do", "not send the items back");
        assertThat(text).contains("Reply to this e-mail or write to help@lumen.example");
        assertThat(text.lines().takeWhile(line -> !line.startsWith("What")).toList())
                .as("the news before everything else")
                .isNotEmpty();
    }

    @Test
    void whoHasToSendSomethingReadsByWhen() {
        var approved =
                writer.tryOut(DefaultWords.of(Moment.APPROVED), letterhead, ExampleValues.of(merchant, US), US, URL);
        assertThat(approved.text()).contains("Please send it by Friday, December 4, 2026");
    }

    @Test
    void aDarkMailKeepsItsLogoOnPaper() {
        var withLogo = new Letterhead("Lumen & Co", "#1f5a4d", "#ffffff", "https://retour.example/files/l", null, "en");
        assertThat(writer.write(new TemplateText("Hi", "Body", "Open"), withLogo, Map.of(), US, URL)
                        .html())
                .contains("<img class=\"logo\"", ".logo { background: #ffffff");
    }

    @Test
    void aRefundNamesAmountAndMeansAndWhenItIsVisible() {
        var letter = writer.tryOut(
                DefaultWords.of(Moment.REFUND_ISSUED), letterhead, ExampleValues.of(merchant, US), US, URL);

        assertThat(letter.subject()).isEqualTo("Refund issued: €64.90 for return R-1042");
        assertThat(letter.text()).contains("€64.90 to Visa ending in 4242", "visible on your account in 3–10 days");
    }

    @Test
    void whatAValueHoldsIsShownAndNeverRun() {
        var letter = write("Hello {{ name }}", Map.of("name", "<script>alert(1)</script>\"'<img src=x onerror=y>"));

        assertThat(letter.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&lt;img src=x onerror=y&gt;")
                .doesNotContain("<script", "<img");
        assertThat(letter.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void htmlOfTheMerchantIsTextToo() {
        assertThat(write("<b>Hi</b> **there**", Map.of()).html())
                .contains("&lt;b&gt;Hi&lt;/b&gt; <strong>there</strong>");
    }

    @Test
    void aSubjectIsOneLineWhateverItHolds() {
        var words = new TemplateText("Hi {{ name }}", "Body", "Open");
        var letter = writer.write(words, letterhead, Map.of("name", "Ada\r\nBcc: all@example.com\u2028x"), US, URL);

        assertThat(letter.subject()).isEqualTo("Hi Ada Bcc: all@example.com x");
    }

    @Test
    void aColourThatIsNoColourDoesNotReachTheStyle() {
        var hostile = new Letterhead(
                "Shop", "red;background:url(https://x.example)", "#fff", "javascript:alert(1)", null, "en");

        assertThat(hostile.write("s", Markup.of("b"), "Open", URL).html())
                .doesNotContain("url(https", "javascript:")
                .contains("#24292f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'etc/hostname' %}",
                "{% include '/etc/hostname' %}",
                "{% render 'x' %}",
                "{% for i in (1..100000000) %}x{% endfor %}",
                "{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{% assign a = 'x' %}{% endfor %}{% endfor %}{% endfor %}",
                "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}",
                "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
                "{% assign a = 'xx' %}{% for i in (1..60) %}{% assign a = a | replace: 'x', a %}{% endfor %}",
                "{% assign a = 9999999999 %}{% for i in (1..60) %}{% assign a = a | times: a %}{% endfor %}",
                "{% for i in (1..1500) %}{{ 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}{% endfor %}",
                "{{ return.getClass.name }}{{ return.nope }}",
                "{{ 'a' | frob }}",
                "{% if return.rma",
                "{% layout 'x' %}",
            })
    void aHostileOrBrokenTemplateIsRefusedQuickly(String body) {
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofMinutes(2),
                () -> assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> writer.tryOut(
                                new TemplateText("s", body, "Open"),
                                letterhead,
                                ExampleValues.of(merchant, US),
                                US,
                                URL))
                        .satisfies(refusal -> assertThat(refusal.code())
                                .isIn(ErrorCode.INVALID, ErrorCode.TOO_LARGE, ErrorCode.REQUIRED))
                        .satisfies(refusal -> assertThat(refusal.field()).containsExactly("body")));
    }

    @Test
    void aMistakeNamesItsLine() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> write("fine\n\n{% if %}", Map.of()))
                .withMessageContaining("Line 3");
    }

    @Test
    void listsAndParagraphsReadTheSameInBothParts() {
        var letter = write("News\nsecond line\n\n- one\n- two\n\nEnd", Map.of());

        assertThat(letter.text()).startsWith("News\nsecond line\n\n- one\n- two\n\nEnd\n\nOpen:\n" + URL);
        assertThat(letter.html()).contains("News<br>second line</p>", ">one</li>", ">two</li>", ">End</p>");
    }

    private Letter write(String body, Map<String, Object> values) {
        return writer.write(new TemplateText("Subject", body, "Open"), letterhead, values, US, URL);
    }
}
