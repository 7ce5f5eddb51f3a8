package app.retour.returns.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.retour.returns.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PDFBox 3.0.8 shapes nothing and raises for a letter that a font lacks (IllegalArgumentException from encode,
 * IllegalStateException from showText of an embedded font); seen 2026-11-29.
 */
class EveryScriptTests {
    @BeforeAll
    static void theFontsAreBuilt() {
        assumeTrue(
                EveryScriptTests.class.getResource("/fonts/index.txt") != null,
                "SKIPPED: the fonts are not built (fonts.skip or web.skip); CI builds them");
    }

    static Stream<String> names() {
        return Stream.of(
                "山田太郎",
                "محمد علي",
                "שלום",
                "สวัสดีประเทศไทย",
                "हिन्दी",
                "한국어",
                "简体中文",
                "繁體中文",
                "বাংলা",
                "தமிழ்",
                "తెలుగు",
                "ಕನ್ನಡ",
                "മലയാളം",
                "ગુજરાતી",
                "ਪੰਜਾਬੀ",
                "සිංහල",
                "ქართული",
                "Հայերեն",
                "አማርኛ",
                "ខ្មែរ",
                "ລາວ",
                "မြန်မာ",
                "Ελληνικά",
                "Tiếng Việt",
                "Žluťoučký kůň",
                "Ünïcödé ẞ ﬁ № €",
                "Tee محمد علي 12 (x) 山田");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isPrintedWithLettersOfItsOwn(String name) {
        var line = new Paragraph(name, Locale.ENGLISH).lines(Float.MAX_VALUE).getFirst();
        assertThat(line.runs())
                .isNotEmpty()
                .allSatisfy(
                        run -> assertThat(run.text()).doesNotContain(Faces.all().missing()));
        assertThat(line.runs().stream().flatMap(run -> run.glyphs().stream()))
                .isNotEmpty()
                .allSatisfy(glyph -> assertThat(glyph.id()).isPositive());
    }

    @Test
    void whatIsNeverSeenLeavesNoTrace() {
        var said = "a\u200fb \u2067x\u2069 soft\u00adly \ufeffend \u8fbb\udb40\udd00";
        var runs = new Paragraph(said, Locale.ENGLISH)
                .lines(Float.MAX_VALUE)
                .getFirst()
                .runs();
        assertThat(runs.stream().map(GlyphRun::text))
                .noneMatch(text -> text.contains(Faces.all().missing()));
        assertThat(runs.stream().flatMap(run -> run.glyphs().stream()))
                .isNotEmpty()
                .allSatisfy(glyph -> assertThat(glyph.id()).isPositive());
    }

    @Test
    void isReadBackAsWritten() throws IOException {
        var lines =
                names().map(name -> new Slip.Line(1, name, null, null, "Other")).toList();
        var sendTo = List.of("山田商店", "東京都千代田区丸の内1-2-3", "100-0005", "日本");
        var pdf = new SlipDocument(
                        new Slip("R-1001", "BCDFGHJKLNPRSTVX", "#1001", lines),
                        "محمد علي & שלום",
                        sendTo,
                        SlipWords.in(Locale.ENGLISH))
                .pdf();
        Files.createDirectories(Path.of("target", "slips"));
        Files.write(Path.of("target", "slips", "scripts.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("محمد علي", "שלום", "山田太郎", "한국어", "简体中文", "繁體中文", "東京都千代田区丸の内1-2-3");
            assertThat(ReadAloud.text(document))
                    .contains(names().map(name -> Normalizer.normalize(name, Normalizer.Form.NFC))
                            .filter(name -> !name.matches(".*[\\u0590-\\u08ff].*"))
                            .toList());
        }
    }

    @Test
    void manySlipsAtOnceAreEachWhole() {
        var said =
                names().map(name -> new Slip.Line(1, name, null, null, "Other")).toList();
        var slip = new Slip("R-1001", "BCDFGHJKLNPRSTVX", "#1001", said);
        var sizes = IntStream.range(0, 12)
                .parallel()
                .map(_ -> new SlipDocument(slip, "Shop", List.of(), SlipWords.in(Locale.ENGLISH)).pdf().length)
                .boxed()
                .collect(Collectors.toSet());
        assertThat(sizes).hasSize(1);
    }

    @Test
    void arabicLettersJoinAndRunFromRightToLeft() {
        var run = new Paragraph("محمد", Locale.ENGLISH)
                .lines(Float.MAX_VALUE)
                .getFirst()
                .runs()
                .getFirst();
        assertThat(run.glyphs().getFirst().says())
                .as("the last letter is drawn first, leftmost")
                .isEqualTo("د");
        var apart = "محمد"
                .codePoints()
                .mapToObj(letter -> new Paragraph(Character.toString(letter), Locale.ENGLISH))
                .mapToInt(letter -> letter.lines(Float.MAX_VALUE)
                        .getFirst()
                        .runs()
                        .getFirst()
                        .glyphs()
                        .getFirst()
                        .id())
                .boxed()
                .toList();
        assertThat(run.glyphs()).extracting(GlyphRun.Glyph::id).doesNotContainSequence(apart.reversed());
    }

    @Test
    void hanLettersAreDrawnAsTheLanguageOfTheTextDrawsThem() {
        assertThat(family("直ぐに", Locale.ENGLISH)).isEqualTo("noto-sans-jp");
        assertThat(family("直", Locale.SIMPLIFIED_CHINESE)).isEqualTo("noto-sans-sc");
        assertThat(family("直", Locale.TRADITIONAL_CHINESE)).isEqualTo("noto-sans-tc");
        assertThat(family("直", Locale.KOREAN)).isEqualTo("noto-sans-kr");
    }

    private static String family(String text, Locale language) {
        return new Paragraph(text, language)
                .lines(Float.MAX_VALUE)
                .getFirst()
                .runs()
                .getFirst()
                .face()
                .family();
    }
}
