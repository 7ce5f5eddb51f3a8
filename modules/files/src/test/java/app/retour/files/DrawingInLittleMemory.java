package app.retour.files;

import app.retour.files.ImageHeader.Format;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * In a process of its own, whose heap is filled until only what was reckoned is left: draws each picture named. Says
 * which one did not fit.
 */
final class DrawingInLittleMemory {
    static final int SIDE = 400;
    /** One old generation that is compacted as a whole, and next to nothing beside it. */
    static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xms40m", "-Xmx40m", "-Xmn2m");
    /** For classes, tables and rows. */
    private static final int SPARE = 500_000;

    private static final int PIECE = 50_000;

    private DrawingInLittleMemory() {}

    public static void main(String[] pictures) throws IOException {
        for (var picture : pictures) {
            var content = Files.readAllBytes(Path.of(picture));
            var format = content[0] == (byte) 0x89 ? Format.PNG : Format.JPEG;
            var header = ImageHeader.of(content, format, 20_000, 32);
            for (var logo : new boolean[] {false, true}) {
                draw(content, header, logo); // what is loaded once counts for nobody
                var filled = fillBut(header.memory(SIDE) + SPARE);
                try {
                    draw(content, header, logo);
                } catch (OutOfMemoryError | UnfitFile tooLittle) {
                    filled.clear();
                    System.out.printf(
                            "%s did not fit into %d bytes, as a logo: %s, %s%n",
                            picture, header.memory(SIDE), logo, tooLittle);
                }
                filled.clear();
            }
        }
    }

    private static void draw(byte[] content, ImageHeader header, boolean logo) {
        Picture.redraw(content, header, SIDE, logo, Deadline.in(Duration.ofMinutes(5)));
    }

    private static List<byte[]> fillBut(long bytes) {
        var filled = new ArrayList<byte[]>(2000);
        System.gc();
        for (var free = free(); free > bytes + PIECE; free = free()) {
            for (var more = (free - bytes) / PIECE; more > 0; more--) {
                filled.add(new byte[PIECE]);
            }
            System.gc();
        }
        return filled;
    }

    private static long free() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .map(pool -> pool.getUsage().getMax() - pool.getUsage().getUsed())
                .findFirst()
                .orElseThrow();
    }
}
