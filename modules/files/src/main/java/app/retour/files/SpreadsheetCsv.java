package app.retour.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/** CSV that a spreadsheet may open: no cell of it begins a formula, also where a program splits at semicolons. */
public final class SpreadsheetCsv {
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cntrl}\\p{Cf}'\";,|]*[=+\\-@\\u2212].*", Pattern.DOTALL);
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .autoFlush(true)
            .build(text);

    /** What a cell may say: an apostrophe stands before what could begin a formula. */
    static String guarded(String cell) {
        return FORMULA.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).matches() ? "'" + cell : cell;
    }

    public SpreadsheetCsv row(String... cells) {
        writer.writeRecord(Arrays.stream(cells).map(SpreadsheetCsv::guarded).toList());
        return this;
    }

    /** With a byte order mark, without which spreadsheets guess the encoding. */
    @Override
    public String toString() {
        return "\uFEFF" + text;
    }
}
