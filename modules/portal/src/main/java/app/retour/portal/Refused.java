package app.retour.portal;

import app.retour.api.UserError;
import app.retour.files.UnfitFile;
import app.retour.kernel.ErrorCode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** What the schema refused, told to the shopper: it speaks English, so other languages tell what its code means. */
@Component
public class Refused {
    private final MessageSourceAccessor words;

    Refused(MessageSourceAccessor portalWords) {
        this.words = portalWords;
    }

    public String say(UserError error) {
        return say(error.code(), error.message());
    }

    String say(ErrorCode code, String message) {
        return words.getMessage("refused." + code, new Object[] {message});
    }

    /** A photo, in words of our own: most senders are no experts of pictures. */
    String say(UnfitFile photo) {
        return words.getMessage("photo." + photo.reason(), photo.facts().toArray());
    }

    /** Each sentence once. */
    String say(Collection<UserError> errors) {
        return errors.stream().map(this::say).distinct().collect(Collectors.joining(" "));
    }
}
