package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Every language says everything, and fills in the same. */
class WordsInEveryLanguageTests {
    private static final Pattern FILLED = Pattern.compile("\\{(\\d+)");
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    static Stream<Resource> files() throws IOException {
        return Stream.of(
                new PathMatchingResourcePatternResolver().getResources("classpath:portal/messages_*.properties"));
    }

    private static Properties words(Resource file) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
    }

    private static Properties english() throws IOException {
        return words(new PathMatchingResourcePatternResolver().getResource("classpath:portal/messages.properties"));
    }

    @Test
    void thereIsGerman() throws IOException {
        assertThat(files().map(Resource::getFilename)).contains("messages_de.properties");
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachKeyIsThereAndFillsInTheSame(Resource file) throws IOException {
        var english = english();
        var words = words(file);
        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            var text = words.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            new MessageFormat(text, Locale.GERMAN);
            // What the schema says is English: a language may tell the code's meaning instead.
            if (!english.getProperty(key).equals("{0}")) {
                assertThat(filled(text)).as(key).isEqualTo(filled(english.getProperty(key)));
                assertThat(text.contains("choice"))
                        .as(key)
                        .isEqualTo(english.getProperty(key).contains("choice"));
            }
        }
    }

    private static TreeSet<String> filled(String text) {
        var places = new TreeSet<String>();
        FILLED.matcher(text).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    @ParameterizedTest
    @CsvSource({
        // chosen, browser, shop, asked, words
        "de,  en,                   en, de,    de",
        ",    de-AT,                en, de-AT, de",
        ",    'fr, de;q=0.5',       en, de,    de",
        ",    'de;q=0.3, en;q=0.9', de, en,    en",
        ",    fr,                   de, de,    de",
        ",    'fr-CA, en;q=0.5',    fr, fr-CA, en",
        ",    '*, de;q=0.1',        en, en,    en",
        ",    'de;q=0',             en, en,    en",
        ",    ,                     de-CH, de-CH, de",
        ",    ',;=x',               en, en,    en",
        "xx,  de,                   en, de,    de",
        "fr,  ,                     en, en,    en",
        ",    nb-NO,                no, nb-NO, en",
        ",    zh-Hant,              zh, zh-Hant, en",
        ",    iw,                   he, he,    en",
    })
    void theirOwnChoiceThenTheirBrowsersThenTheShops(
            String chosen, String browser, String shop, String asked, String words) {
        assertThat(Language.of(chosen, browser, Locale.forLanguageTag(shop), SPOKEN))
                .isEqualTo(new Language(Locale.forLanguageTag(asked), Locale.forLanguageTag(words)));
    }
}
