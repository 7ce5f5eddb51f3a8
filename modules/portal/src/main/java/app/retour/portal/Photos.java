package app.retour.portal;

import app.retour.api.Caller;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.files.UnfitFile;
import app.retour.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes photos for the order of this session. */
@Component
public class Photos {
    /** For one item. */
    public static final int MOST = 6;

    private final Files files;
    private final Refused words;

    Photos(Files files, Refused words) {
        this.words = words;
        this.files = files;
    }

    /**
     * @param stored ids of what was taken
     * @param refused why others were not, in words for the shopper
     */
    public record Taken(List<String> stored, List<String> refused) {}

    /** Takes at most so many; a form's empty file fields are none. */
    public Taken take(List<MultipartFile> uploads, int most) {
        var order = Caller.current().order();
        if (order == null) {
            throw new SessionEnded("photos");
        }
        var stored = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var upload : uploads) {
            if (upload.isEmpty() || stored.size() >= most) {
                continue;
            }
            try (var content = upload.getInputStream()) {
                stored.add(files.store(new FileUpload(FileKind.PHOTO, content, upload.getOriginalFilename(), order))
                        .toString());
            } catch (UnfitFile unfit) {
                refused.add(words.say(unfit));
            } catch (Refusal refusal) {
                refused.add(words.say(refusal.code(), String.valueOf(refusal.getMessage())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Taken(List.copyOf(stored), List.copyOf(refused));
    }
}
