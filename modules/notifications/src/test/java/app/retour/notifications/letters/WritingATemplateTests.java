package app.retour.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.notifications.moments.Moment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What merchants write, as they know it from their shops. liqp 0.9.2.3 (seen 2026-11-29) took {@code blank} for a name
 * that does not exist, ignored {@code allow_false}, made up times in {@code date} and told mistakes in Java's words.
 */
class WritingATemplateTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T23:30:00Z"), ZoneOffset.UTC);
    private static final LocaleFormat GERMAN =
            new LocaleFormat(Locale.GERMANY, Locale.GERMANY, ZoneId.of("Europe/Berlin"));
    private final LetterWriter writer = new LetterWriter(CLOCK);
    private final Merchant merchant = MerchantFixtures.lumen();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{% if none != blank %}yes{% else %}no{% endif %}; no",
                "{% if spaces == blank %}yes{% else %}no{% endif %}; yes",
                "{% if name == blank %}yes{% else %}no{% endif %}; no",
                "{% if list == empty %}yes{% else %}no{% endif %}; yes",
                "{% if none == nil %}yes{% else %}no{% endif %}; yes",
                "{% unless name == empty %}yes{% endunless %}; yes",
                "{{ none | default: 'you' }}; you",
                "{{ false | default: 'you' }}; you",
                "{{ false | default: 'you', allow_false: true }}; false",
                "{% for x in list %}a{% else %}none{% endfor %}; none",
                "{% for x in items limit: 2 %}{{ forloop.index }}{{ x }}{% unless forloop.last %}, {% endunless %}{% endfor %}; 1a, 2b",
                "{% case name %}{% when 'Bo', 'Ada' %}known{% else %}new{% endcase %}; known",
                "{% assign n = items.size | minus: 1 %}{{ n }}; 2",
                "{% capture both %}{{ name }} & {{ name }}{% endcapture %}{{ both }}; Ada & Ada",
                "{% if items contains 'b' %}has b{% endif %}; has b",
                "{{ 'A reading lamp' | truncate: 9 }}; A read...",
                "{{ 'A reading lamp' | truncatewords: 2, '…' }}; A reading…",
                "{{ items.size }} {{ items.size | pluralize: 'item', 'items' }}; 3 items",
                "a {%- if true -%} b {%- endif -%} c; abc",
                "{{ 7 | divided_by: 2.0 }} {{ 7 | divided_by: 2 }} {{ 1.239 | round: 2 }}; 3.5 3 1.24",
                "{{ amount | money }} {{ amount | money_with_currency }}; 64,90 € 64,90 € EUR",
                "{{ amount | times: 2 }}; 129.8",
                "{{ items | join: ', ' | upcase }}; A, B, C",
            })
    void theUsualIdiomsWork(String template, String text) {
        assertThat(filled(template).replace('\u00a0', ' ')).isEqualTo(text);
    }

    /** The moment that is stored, in the shop's zone: 22:15 of the 19th in Berlin is no other day's midnight. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ day }}; 19. November 2026",
                "{{ day | date: '%d.%m.%Y %H:%M' }}; 19.11.2026 22:15",
                "{{ day | date: '%A, %-d. %B' }}; Donnerstag, 19. November",
                "{{ day | date: '%Y-%m-%dT%H:%M:%S%:z' }}; 2026-11-19T22:15:00+01:00",
                "{{ 'now' | date: '%d.%m. %H:%M' }}; 30.11. 00:30",
                "{{ 'next week' | date: '%d.%m.%Y' }}; next week",
                "{{ none | date: '%d.%m.%Y' }}; ``",
                "{{ '2026-11-19' | date: '%d.%m.%Y' }}; 19.11.2026",
                "{% if day < 'now' %}{% endif %}{{ name }}; refused",
            })
    void aDateTellsTheStoredMomentInTheShopsZoneOrNothingNew(String template, String text) {
        if (text.equals("refused")) {
            refused(template, "day is the day 19. November 2026 and cannot be compared with a text like “now”");
        } else {
            assertThat(filled(template)).isEqualTo(text.equals("``") ? "" : text);
        }
    }

    @Test
    void anAmountComparesAsANumberAndReadsAsText() {
        var template =
                "{% if amount > 50 %}more{% else %}less{% endif %} {% if amount == 64.9 %}equal{% endif %} {{ amount }}";
        assertThat(filled(template).replace('\u00a0', ' ')).isEqualTo("more equal 64,90 €");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{% if name > 50 %}x{% endif %}; Line 1, column 12: name is a text like “Ada” and cannot be compared with the number 50",
                "{{ name | frob }}; Line 1, column 11: The filter “frob” is not known here",
                "{{ name | trancate: 3 }}; Line 1, column 11: The filter “trancate” is not known here; did you mean “truncate”?",
                "{{ nmae }}; Line 1, column 4: There is no “nmae” here; did you mean “name”?",
                "{% include 'footer' %}; {% include %} is not known here: a message stands alone, it takes in no other",
                "{% fro x in items %}{% endfor %}; {% fro %} is not known here; did you mean {% for %}?",
                "{% if name %}x; {% if %} is never closed; end it with {% endif %}",
                "{% for x in items %}x{% endif %}; {% endif %} does not close {% for %}, which is still open",
                "{% if name = 'Ada' %}x{% endif %}; “=” does not compare; write “==”",
                "{{ name; “{{” is never closed; end it with “}}”",
                "{{ 'Ada }}; This text is never closed; end it with '",
                "{{ 5 | divided_by: 0 }}; “divided_by” cannot divide by 0",
                "{{ name | date }}; “date” takes 1 behind its colon, not 0",
                "{{ 50 | money }}; “money” writes amounts like refund.amount, which know their currency; this is the number 50",
            })
    void aMistakeIsToldWhereItIsInWordsOfTheMerchants(String template, String message) {
        var refusal = refused(template, message);
        assertThat(refusal.getMessage()).doesNotContain("java", "liqp", "class ", "Exception");
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
    }

    @Test
    void aMistakeFurtherDownNamesItsLineAndColumn() {
        refused("fine\n\n{{ name }} and ü {{ nothing }}", "Line 3, column 21: There is no “nothing” here");
    }

    /** In the HTML part each sign is escaped once, whatever the merchant did to it; in the text part it is a sign. */
    @ParameterizedTest
    @CsvSource({"escape", "h", "escape_once", "newline_to_br", "strip"})
    void whatIsEscapedInTheTemplateIsEscapedOnceInTheMail(String filter) {
        var letter = letter("Hello {{ hostile | " + filter + " }}");
        assertThat(letter.html())
                .contains("Hello Tom &amp; &lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot;")
                .doesNotContain("&amp;amp;", "&amp;lt;", "<script", "<br />");
        assertThat(letter.text()).contains("Hello Tom & <script>alert(1)</script> \"x\"");
    }

    @Test
    void textThatWasEscapedElsewhereIsReadOnceAndLineEndsStayLineEnds() {
        assertThat(letter("{{ 'Tom &amp; Ida' | escape_once }}").html()).contains("Tom &amp; Ida</p>");
        var address = letter("{{ lines | newline_to_br }}");
        assertThat(address.html()).contains("Mill Lane 4<br>10115 Berlin");
        assertThat(address.text()).startsWith("Mill Lane 4\n10115 Berlin");
        assertThat(letter("https://shop.example/?q={{ hostile | url_encode }}&x=1")
                        .html())
                .contains("https://shop.example/?q=Tom+%26+%3Cscript%3E", "&amp;x=1");
    }

    @Test
    void theExampleSpeaksTheTemplatesLanguage() {
        var template = new MessageTemplate(Moment.APPROVED, "de", "S", "B", "L", false, 1, null);
        var tongue = LocaleFormat.of(template, merchant);
        var letter = writer.tryOut(
                new TemplateText(
                        "{{ return.rma }}",
                        "{{ return.requested_on }} {{ refund.amount }} {% for item in return.approved %}{{ item.reason }}{% endfor %} bis {{ return.next_by }}",
                        "Weiter"),
                merchant.letterhead(),
                ExampleValues.of(merchant, tongue),
                tongue,
                null);
        assertThat(letter.text().replace('\u00a0', ' '))
                .contains("20. November 2026 64,90 € Beschädigt angekommen bis Freitag, 4. Dezember 2026")
                .contains("Fragen? Antworten Sie auf diese E-Mail oder schreiben Sie an help@lumen.example");
        assertThat(letter.html()).contains("<html lang=\"de\">").doesNotContain("Questions?");
        assertThat(MessageVariable.of(Moment.APPROVED, ExampleValues.of(merchant, tongue)))
                .extracting(MessageVariable::example)
                .contains("20. November 2026");
    }

    private String filled(String template) {
        return Liquid.strict(CLOCK).render(template, facts(), GERMAN, "body");
    }

    private Letter letter(String body) {
        return writer.tryOut(new TemplateText("Subject", body, "Open"), merchant.letterhead(), facts(), GERMAN, null);
    }

    private Refusal refused(String template, String message) {
        var refusals = new java.util.ArrayList<Refusal>();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> filled(template))
                .withMessageContaining(message)
                .satisfies(refusals::add);
        return refusals.getFirst();
    }

    private static Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("none", null);
        facts.put("spaces", "  ");
        facts.put("name", "Ada");
        facts.put("list", List.of());
        facts.put("items", List.of("a", "b", "c"));
        facts.put("hostile", "Tom & <script>alert(1)</script> \"x\"");
        facts.put("lines", "Mill Lane 4\n10115 Berlin");
        facts.put("amount", GERMAN.show(Money.of("64.90", "EUR")));
        facts.put("day", GERMAN.show(Instant.parse("2026-11-19T21:15:00Z")));
        return facts;
    }
}
