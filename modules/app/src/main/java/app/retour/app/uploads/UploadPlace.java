package app.retour.app.uploads;

import app.retour.api.Caller;
import app.retour.files.FileKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a multipart request leads, and how much this caller may send there. */
sealed interface UploadPlace {
    /** What the form's other fields and the borders between its parts may take. */
    long FORM = 1_000_000;

    /**
     * @param mostBytes of the whole request
     * @param portal whose pages tell a refusal; null: a program reads it
     */
    record Open(long mostBytes, @Nullable String portal) implements UploadPlace {}

    /** Files are taken here, of somebody else. */
    record ForOthers() implements UploadPlace {}

    /** Shoppers send files here, and this one has no session (any more); @param portal to begin anew. */
    record SessionOver(String portal) implements UploadPlace {}

    /** Nobody sends files here. */
    record None() implements UploadPlace {}

    Pattern EVIDENCE = Pattern.compile("(/r/[a-z0-9-]{1,63})/returns?/[^/]{1,100}/evidence");

    /** Photos of one form: of each item of a return; the pages take six each. */
    int MOST_PHOTOS = 12;

    static UploadPlace of(HttpServletRequest request, Caller caller) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("POST")) {
            return new None();
        }
        if (path.equals("/files")) {
            return caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR)
                    ? new Open(FORM + largest(caller), null)
                    : new ForOthers();
        }
        var evidence = EVIDENCE.matcher(path);
        if (!evidence.matches()) {
            return new None();
        }
        return caller.is(Caller.Kind.SHOPPER)
                ? new Open(FORM + MOST_PHOTOS * FileKind.PHOTO.mostBytes(), evidence.group(1))
                : new SessionOver(evidence.group(1));
    }

    private static long largest(Caller caller) {
        return (caller.holds("orders:write") ? FileKind.IMPORT : FileKind.PHOTO).mostBytes();
    }
}
