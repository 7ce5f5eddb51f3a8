package app.retour.portal.request;

import app.retour.portal.schema.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request while it is being written.
 *
 * @param key makes sending it twice harmless
 * @param order the order it is for; one of another order is a new draft
 * @param sent id of the return that it became
 */
record Draft(
        String key,
        String order,
        List<Item> items,
        @Nullable String sent) {

    static Draft of(String order) {
        return new Draft(UUID.randomUUID().toString(), order, List.of(), null);
    }

    /** @param photos ids of stored files */
    record Item(
            String line,
            int quantity,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable Resolution resolution,
            @Nullable String exchange,
            List<String> photos) {

        Item {
            photos = List.copyOf(photos);
        }

        static Item of(String line, int quantity) {
            return new Item(line, quantity, null, null, null, null, List.of());
        }

        Item because(String code, @Nullable String words) {
            return new Item(line, quantity, code, words, resolution, exchange, photos);
        }

        Item choosing(@Nullable Resolution resolution, @Nullable String variant) {
            return new Item(line, quantity, reason, comment, resolution, variant, photos);
        }

        Item showing(List<String> files, @Nullable String words) {
            return new Item(line, quantity, reason, words, resolution, exchange, files);
        }

        /** Money back, unless another resolution was chosen. */
        public Resolution resolutionOrRefund() {
            return resolution == null ? Resolution.REFUND : resolution;
        }

        Map<String, Object> input() {
            var input = new HashMap<String, Object>();
            input.put("orderLineId", line);
            input.put("quantity", quantity);
            input.put("reason", reason);
            input.put("resolution", resolutionOrRefund().name());
            input.put("photoFileIds", photos);
            if (comment != null) {
                input.put("comment", comment);
            }
            if (exchange != null) {
                input.put("exchangeProductId", exchange);
            }
            return input;
        }
    }

    /** The items whose reason is given; the schema can say something about these. */
    List<Item> asked() {
        return items.stream().filter(item -> item.reason() != null).toList();
    }

    boolean isComplete() {
        return !items.isEmpty() && asked().size() == items.size();
    }

    Optional<Item> of(int number) {
        return number < 1 || number > items.size() ? Optional.empty() : Optional.of(items.get(number - 1));
    }

    public Optional<Item> ofLine(String line) {
        return items.stream().filter(item -> item.line().equals(line)).findFirst();
    }

    /** With these lines and quantities; what was said about a line before stays. */
    Draft picking(Map<String, Integer> quantities) {
        var picked = new ArrayList<Item>();
        quantities.forEach((line, quantity) -> picked.add(ofLine(line)
                .map(item -> new Item(
                        line,
                        quantity,
                        item.reason(),
                        item.comment(),
                        item.resolution(),
                        item.exchange(),
                        item.photos()))
                .orElseGet(() -> Item.of(line, quantity))));
        return new Draft(key, order, List.copyOf(picked), null);
    }

    Draft changing(int number, UnaryOperator<Item> change) {
        var changed = new ArrayList<>(items);
        changed.set(number - 1, change.apply(changed.get(number - 1)));
        return new Draft(key, order, List.copyOf(changed), null);
    }

    Draft sentAs(String returnId) {
        return new Draft(key, order, List.of(), returnId);
    }
}
