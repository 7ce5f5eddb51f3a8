package app.retour.server;

import app.retour.journeys.portal.Shopper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

/**
 * Lays the jar out in {@code target/retour}, and beside it what the JVM learned of its classes while a merchant signed up and
 * a shopper sent something back: {@code retour.aot}. The profile {@code aot} runs it, last of all.
 */
final class Training {
    private Training() {}

    /** @param arguments the folder */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]).toAbsolutePath();
        Files.deleteIfExists(LaidOut.at(folder).cache());
        var laidOut = LaidOut.in(folder);
        var cache = laidOut.cache();
        var premises = Premises.in(Files.createTempDirectory("retour-training-"));
        try (var migration = premises.migrate()) {
            require(migration.exitCode() == 0, migration);
        }
        var options = List.of(
                "-XX:AOTCacheOutput=" + cache, "-Xmx512m", "-jar", laidOut.jar().toString());
        try (var server = Started.java(options, premises.ofReplica(0), "serve")) {
            server.awaitReady(premises.managementPort(0));
            use(premises.port(0));
            server.terminate();
            server.exitCode();
            require(server.said().contains("AOTCache creation is complete"), server);
        }
        requireItIsUsedWithTheseFilesAlone(laidOut);
        System.out.printf("%s, %d MB%n", cache, Files.size(cache) >> 20);
        // Virtual threads of the client may linger.
        System.exit(0);
    }

    private static void requireItIsUsedWithTheseFilesAlone(LaidOut laidOut) throws IOException {
        var fits = laidOut.isUsed();
        var library = laidOut.files().getLast();
        var time = Files.getLastModifiedTime(library);
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
        var fitsOthers = laidOut.isUsed();
        Files.setLastModifiedTime(library, time);
        var fitsTheWhole = new LaidOut(Deployable.JAR, laidOut.cache()).isUsed();
        if (!fits || fitsOthers || fitsTheWhole) {
            throw new IllegalStateException("Used: %s, with another library: %s, with the jar as a whole: %s"
                    .formatted(fits, fitsOthers, fitsTheWhole));
        }
    }

    private static void use(int port) {
        var tenant = Tenant.signedUp(port);
        tenant.sellsALamp("1001");
        var decision = Shopper.of(port, tenant.slug())
                .find("1001", Tenant.SHOPPER)
                .pick("Lamp")
                .because("mind", "")
                .submit(Map.of());
        if (decision.status() != 200 || tenant.returnsSeenAt(port).isEmpty()) {
            throw new IllegalStateException("The return was not taken: " + decision.text());
        }
    }

    private static void require(boolean done, Started process) {
        if (!done) {
            throw new IllegalStateException(process.said());
        }
    }
}
