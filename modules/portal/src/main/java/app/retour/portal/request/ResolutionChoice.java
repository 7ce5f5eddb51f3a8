package app.retour.portal.request;

import app.retour.portal.schema.Resolution;
import java.util.ArrayList;
import java.util.List;

/** What may be given for an item. */
record ResolutionChoice(Resolution resolution, List<ShopperOrder.Variant> variants) {
    /** Whether there is something to choose: between resolutions, or between variants. */
    static boolean isAQuestion(List<ResolutionChoice> choices) {
        return choices.size() > 1
                || choices.size() == 1 && !choices.getFirst().variants().isEmpty();
    }

    /** What this item's shopper may choose from: allowed by the rules, switched on by the merchant, possible at all. */
    static List<ResolutionChoice> choices(Draft.Item item, ShopperOrder.Options options, ShopperOrder.Preview preview) {
        var allowed = preview.of(item.line())
                .map(ShopperOrder.PreviewItem::allowedResolutions)
                .orElse(options.resolutions());
        var variants = options.line(item.line())
                .map(ShopperOrder.Line::exchangeVariants)
                .orElse(List.of());
        var choices = new ArrayList<ResolutionChoice>();
        for (var resolution : allowed) {
            if (!options.resolutions().contains(resolution)) {
                continue;
            }
            if (!resolution.isExchange()) {
                choices.add(new ResolutionChoice(resolution, List.of()));
            } else if (!variants.isEmpty()) {
                choices.add(new ResolutionChoice(resolution, variants));
            }
        }
        return choices;
    }
}
