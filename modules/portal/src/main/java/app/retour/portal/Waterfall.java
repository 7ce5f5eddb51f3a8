package app.retour.portal;

import java.util.List;

/** An amount explained line by line. */
record Waterfall(List<Line> lines, Amount total, List<Share> tenders) {
    record Line(String kind, String text, Amount amount) {}

    record Share(String label, Amount amount) {}
}
