package app.retour.orders.imports;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.files.SpreadsheetCsv;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes the problems of an import to a file that a spreadsheet may open. */
@Component
class ProblemFiles {
    private final Files files;

    ProblemFiles(Files files) {
        this.files = files;
    }

    FileId store(List<ImportRowError> problems) {
        var csv = new SpreadsheetCsv().row("Line", "Order or product", "Column", "Problem", "Taken");
        for (var problem : problems) {
            csv.row(
                    String.valueOf(problem.line()),
                    Objects.requireNonNullElse(problem.subject(), ""),
                    Objects.requireNonNullElse(problem.column(), ""),
                    problem.message(),
                    problem.taken() ? "yes, but for this" : "no");
        }
        InputStream content = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
        return files.keep(new FileUpload(FileKind.IMPORT, content, "import-problems.csv", null));
    }
}
