package app.retour.files;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much a merchant and their shoppers may send within a day, so that nobody fills the place of all. */
@Component
class UploadAllowance {
    private static final Duration DAY = Duration.ofDays(1);
    private final StoredUploads rows;
    private final Clock clock;
    private final int mostFiles;
    private final DataSize mostBytes;

    UploadAllowance(
            StoredUploads rows,
            Clock clock,
            @Value("${retour.files.most-per-day:10000}") int mostFiles,
            @Value("${retour.files.most-bytes-per-day:20GB}") DataSize mostBytes) {
        this.rows = rows;
        this.clock = clock;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /** @throws UnfitFile when the tenant of the moment has sent as much as it may */
    void require() {
        var sent = rows.keptSince(clock.instant().minus(DAY));
        if (sent.files() >= mostFiles || sent.bytes() >= mostBytes.toBytes()) {
            throw new UnfitFile(UnfitFile.Reason.DAY_IS_FULL, mostFiles, mostBytes.toGigabytes());
        }
    }
}
