package app.retour.files;

import app.retour.files.ContentWorkers.Bounds;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where contents are kept, and how much a request may carry. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {
    /** A shopper sends one photo after another; a second window may. */
    private static final int PLACES_OF_AN_ORDER = 2;

    @Bean
    FileStore fileStore(@Value("${retour.files.directory:.data/files}") Path directory) {
        return new DirectoryFileStore(directory);
    }

    /**
     * Half of the processors at most, so that pictures leave the others to everybody else, and no more than what half of
     * the heap can hold at once.
     */
    @Bean
    ContentWorkers contentWorkers(
            @Value("${retour.files.at-once:0}") int wanted, @Value("${retour.files.waiting:32}") int waiting) {
        var runtime = Runtime.getRuntime();
        var held = (int) Math.min(4, runtime.maxMemory() / 2 / PictureLimits.USUAL.memory());
        var atOnce = Math.max(1, wanted > 0 ? wanted : Math.min(held, runtime.availableProcessors() / 2));
        return new ContentWorkers(
                new Bounds(atOnce, waiting, atOnce + waiting / 2, PLACES_OF_AN_ORDER, Duration.ofSeconds(20)));
    }

    @Bean
    MeterBinder contentMeters(ContentWorkers workers) {
        return registry -> {
            Gauge.builder("retour.files.waiting", workers, ContentWorkers::waiting)
                    .description("Pictures and documents that wait to be read")
                    .register(registry);
            Gauge.builder("retour.files.reading", workers, ContentWorkers::reading)
                    .description("Pictures and documents that are being read")
                    .register(registry);
            FunctionCounter.builder("retour.files.busy", workers, ContentWorkers::busyAnswers)
                    .description("Pictures and documents sent back, since too many were waiting")
                    .register(registry);
            FunctionCounter.builder("retour.files.overrun", workers, ContentWorkers::overruns)
                    .description("Pictures and documents that could not be read in their time")
                    .register(registry);
        };
    }

    /** The limit of the largest kind; each kind's own is enforced while reading. Larger parts wait on disk. */
    @Bean
    MultipartConfigElement multipartConfigElement() {
        var limits = new MultipartConfigFactory();
        limits.setMaxFileSize(DataSize.ofBytes(FileKind.IMPORT.mostBytes() + 1));
        limits.setMaxRequestSize(DataSize.ofBytes(FileKind.IMPORT.mostBytes() + 1_000_000));
        limits.setFileSizeThreshold(DataSize.ofMegabytes(1));
        return limits.createMultipartConfig();
    }
}
