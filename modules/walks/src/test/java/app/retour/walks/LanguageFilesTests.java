package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** A language that the portal speaks is spoken by the slip too, and says everything. */
class LanguageFilesTests {
    private static final Pattern LANGUAGE = Pattern.compile("_([a-z]{2,3}(?:_\\w+)?)\\.properties");
    private static final Pattern FILLED = Pattern.compile("\\{\\d");

    @Test
    void theSlipSpeaksTheLanguagesOfThePortal() throws IOException {
        assertThat(languages("slip/words_*.properties")).isEqualTo(languages("portal/messages_*.properties"));
    }

    @Test
    void eachSlipSaysEverythingAndFillsInTheSame() throws IOException {
        var english = PropertiesLoaderUtils.loadAllProperties("slip/words.properties");
        for (var file : files("slip/words_*.properties")) {
            var words = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
            assertThat(words.stringPropertyNames()).as(file.getFilename()).isEqualTo(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(filled(words.getProperty(key))).as(key).isEqualTo(filled(english.getProperty(key)));
                assertThat(words.getProperty(key)).isNotBlank().doesNotContain("'");
            }
        }
    }

    private static TreeSet<String> filled(String text) {
        return FILLED.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> languages(String pattern) throws IOException {
        return Stream.of(files(pattern))
                .map(Resource::getFilename)
                .map(String::valueOf)
                .map(LANGUAGE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Resource[] files(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
    }
}
