package app.retour.returns.slip;

import app.retour.returns.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;

/** Prints a slip in a process of its own, and says how long it takes there. */
class PrintedSlip {
    private PrintedSlip() {}

    public static void main(String[] arguments) throws IOException {
        var line = new Slip.Line(2, "Leinenhemd für 山田太郎, محمد علي", "M", "SHIRT-M", "Zu groß");
        var slip = new Slip("R-1001", "BCDFGHJKLNPRSTVX", "#1001", List.of(line, line, line));
        var sendTo = List.of("山田商店", "東京都千代田区丸の内1-2-3", "100-0005", "Japan");
        byte[] pdf = {};
        for (var i = 0; i < 5; i++) {
            var begun = System.nanoTime();
            pdf = new SlipDocument(slip, "Fjordwear", sendTo, SlipWords.in(Locale.GERMAN)).pdf();
            System.out.printf("%d ms, %d bytes%n", (System.nanoTime() - begun) / 1_000_000, pdf.length);
        }
        if (arguments.length > 0) {
            Files.write(Path.of(arguments[0]), pdf);
        }
        System.out.println("was bare: " + (System.getProperty("sun.awt.fontconfig") != null));
        System.out.println("memory: "
                + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000 + " MB");
        try (var document = Loader.loadPDF(pdf)) {
            System.out.println("pages: " + document.getNumberOfPages());
        }
    }
}
