package app.retour.files;

import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where contents are kept, and how much a request may carry. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {
    @Bean
    FileStore fileStore(@Value("${retour.files.directory:.data/files}") Path directory) {
        return new DirectoryFileStore(directory);
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
