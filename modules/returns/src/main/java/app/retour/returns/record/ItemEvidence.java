package app.retour.returns.record;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the shopper said and showed of an item, at the request and since. */
@Embeddable
public record ItemEvidence(@Nullable String shopperComment, List<UUID> photoFiles) {
    public ItemEvidence {
        photoFiles = List.copyOf(photoFiles);
    }

    /** Adds what is new; earlier words and photos stay. */
    ItemEvidence and(List<UUID> photos, @Nullable String comment) {
        var all = new ArrayList<>(photoFiles);
        photos.stream().filter(photo -> !all.contains(photo)).forEach(all::add);
        return new ItemEvidence(comment == null || comment.isBlank() ? shopperComment : longer(comment), all);
    }

    private String longer(String comment) {
        return hasComment() ? shopperComment + "\n" + comment : comment;
    }

    private boolean hasComment() {
        return shopperComment != null && !shopperComment.isBlank();
    }

    public boolean lacks(int photos, boolean comment) {
        return photoFiles.size() < photos || comment && !hasComment();
    }
}
