package app.retour.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * CSV that a spreadsheet may open: no cell of it begins a formula, also where a program splits at semicolons. Plain
 * numbers stay numbers. With a byte order mark, without which spreadsheets guess the encoding.
 */
public final class SpreadsheetCsv {
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cntrl}\\p{Cf}'\";,|]*[=+\\-@\\u2212].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private final Writer text;
    private final CsvWriter writer;

    public SpreadsheetCsv() {
        this(new StringWriter());
    }

    /** Writes each row as it comes; whoever gave the writer closes it. */
    public SpreadsheetCsv(Writer to) {
        text = to;
        try {
            to.write('\uFEFF');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        writer = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .bufferSize(0)
                .build(to);
    }

    /** What a cell may say: an apostrophe stands before what could begin a formula. */
    static String guarded(String cell) {
        var risky = FORMULA.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC))
                        .matches()
                && !NUMBER.matcher(cell).matches();
        return risky ? "'" + cell : cell;
    }

    public SpreadsheetCsv row(String... cells) {
        writer.writeRecord(Arrays.stream(cells).map(SpreadsheetCsv::guarded).toList());
        return this;
    }

    /** All that was written, where no writer was given. */
    @Override
    public String toString() {
        return text.toString();
    }
}
