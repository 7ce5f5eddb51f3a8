package app.retour.returns.settings;

import java.util.ArrayList;

/** Quantities as people say them. */
public final class Units {
    private Units() {}

    /** {@code 1 unit}, {@code 2 units}. */
    public static String of(int units) {
        return counted(units, "unit");
    }

    static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    /** What a shopper is asked for: {@code 2 photos and a description}. */
    public static String evidence(int photos, boolean comment) {
        var parts = new ArrayList<String>();
        if (photos > 0) {
            parts.add(photos == 1 ? "a photo" : photos + " photos");
        }
        if (comment) {
            parts.add("a description");
        }
        return parts.isEmpty() ? "an answer" : String.join(" and ", parts);
    }
}
