package app.retour.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColorsTests {
    private static final Tint DARK = new Tint(0x1b, 0x1d, 0x21);

    @ParameterizedTest
    @ValueSource(strings = {"000000", "ffffff", "ffe600", "0f5c4d", "e4002b", "777777", "00ff00", "0000ff", "1b1d21"})
    void whateverTheColourTextInItCanBeRead(String key) {
        var sheet = BrandColors.of(key).sheet();
        var dark = sheet.substring(sheet.indexOf("prefers-color-scheme:dark"));
        assertThat(tint(sheet, "--brand-text").contrastTo(Tint.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(tint(dark, "--brand-text").contrastTo(DARK)).isGreaterThanOrEqualTo(4.5);
        for (var colours : new String[] {sheet, dark}) {
            assertThat(tint(colours, "--on-brand").contrastTo(tint(colours, "--brand")))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void nothingButAColourReachesTheSheet() {
        var brand = new Storefront.Brand("red;}body{display:none", "#ffffff", null);
        assertThat(BrandColors.of(brand).sheet()).doesNotContain("display").contains("--brand:#1f4fd8");
    }

    private static Tint tint(String sheet, String name) {
        var matcher = Pattern.compile(name + ":(#[0-9a-f]{6})").matcher(sheet);
        assertThat(matcher.find()).isTrue();
        return Tint.of(Objects.requireNonNull(matcher.group(1)), Tint.BLACK);
    }
}
