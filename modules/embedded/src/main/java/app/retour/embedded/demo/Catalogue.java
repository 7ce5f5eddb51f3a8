package app.retour.embedded.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Fjordwear sells: forty products for the outdoors, in sizes or colours. */
final class Catalogue {
    private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL");
    private static final List<String> COLOURS = List.of("Moss", "Slate", "Rust");
    private static final Map<String, String> INKS = Map.of("Moss", "#5f7350", "Slate", "#55677a", "Rust", "#ad5535");
    private static final List<Product> PRODUCTS = List.of(
            sized("Lofoten Rain Jacket", "Jackets", "129.00", 540, "jacket", "#2f6f8f"),
            sized("Hardanger Down Vest", "Jackets", "149.00", 380, "vest", "#b5523b"),
            sized("Senja Softshell", "Jackets", "119.00", 610, "jacket", "#41624e"),
            sized("Tromsø Parka", "Jackets", "249.00", 1450, "jacket", "#5a4d3c"),
            sized("Rondane Windbreaker", "Jackets", "79.00", 260, "jacket", "#c98a2b"),
            sized("Dovre Merino Tee", "Tops", "49.00", 160, "tee", "#66788a"),
            sized("Dovre Merino Long Sleeve", "Tops", "69.00", 220, "sweater", "#4f5d75"),
            sized("Femund Flannel Shirt", "Tops", "64.50", 340, "shirt", "#9c3f3f"),
            sized("Sognefjord Fleece", "Tops", "74.00", 390, "sweater", "#3f7f77"),
            sized("Vega Wool Sweater", "Tops", "98.00", 620, "sweater", "#8a6f4d"),
            sized("Stetind Base Layer", "Tops", "59.90", 190, "tee", "#3a4252"),
            sized("Runde Linen Shirt", "Tops", "54.00", 210, "shirt", "#b59b6a"),
            sized("Jotunheim Trousers", "Trousers", "109.00", 520, "trousers", "#4a5548"),
            sized("Galdhø Trekking Trousers", "Trousers", "94.50", 480, "trousers", "#6f6250"),
            sized("Oppdal Shorts", "Trousers", "49.90", 240, "shorts", "#5d7a95"),
            sized("Kvaløya Tights", "Trousers", "44.00", 180, "tights", "#37404f"),
            sized("Hemsedal Ski Trousers", "Trousers", "159.00", 780, "trousers", "#a84a32"),
            sized("Ålesund Boots", "Shoes", "179.00", 1320, "boot", "#7a5230"),
            sized("Geiranger Trail Shoes", "Shoes", "119.90", 690, "shoe", "#36708c"),
            sized("Lysefjord Sandals", "Shoes", "64.90", 430, "sandal", "#8f6b43"),
            sized("Røros Slippers", "Shoes", "39.90", 310, "slipper", "#7d4f57"),
            sized("Besseggen Socks, pair", "Accessories", "14.90", 80, "socks", "#b0483a"),
            sized("Svalbard Gloves", "Accessories", "34.90", 120, "gloves", "#40566b"),
            coloured("Fjord Beanie", "Accessories", "24.90", 90, "beanie"),
            coloured("Bergen Cap", "Accessories", "22.00", 95, "cap"),
            coloured("Hitra Scarf", "Accessories", "29.90", 140, "scarf"),
            coloured("Ulvik Daypack 22 l", "Bags", "84.00", 760, "backpack"),
            coloured("Narvik Duffel 60 l", "Bags", "119.00", 1240, "duffel"),
            coloured("Voss Hip Bag", "Bags", "34.50", 210, "hipbag"),
            coloured("Trollveggen Backpack 45 l", "Bags", "164.00", 1680, "backpack"),
            coloured("Andøya Dry Bag", "Bags", "19.90", 150, "drybag"),
            coloured("Polar Headlamp 400", "Electronics", "54.90", 110, "headlamp"),
            coloured("Aurora Power Bank", "Electronics", "69.00", 340, "powerbank"),
            coloured("Nordlys Camp Lantern", "Electronics", "44.90", 420, "lantern"),
            coloured("Fjell GPS Watch", "Electronics", "219.00", 65, "watch"),
            coloured("Saltfjell Stove", "Camp", "89.90", 390, "stove"),
            coloured("Setesdal Mug", "Camp", "16.50", 130, "mug"),
            coloured("Lyngen Flask 1 l", "Camp", "27.90", 290, "flask"),
            coloured("Varanger Sleeping Mat", "Camp", "74.90", 480, "mat"),
            coloured("Finnmark Hammock", "Camp", "59.00", 520, "hammock"));

    private Catalogue() {}

    record Product(
            String key,
            String title,
            String type,
            BigDecimal price,
            int grams,
            String option,
            List<String> values,
            String shape,
            @Nullable String ink) {
        String sku(String value) {
            return key.replaceAll("[^a-z0-9]", "").toUpperCase(java.util.Locale.ROOT) + "-"
                    + value.toUpperCase(java.util.Locale.ROOT);
        }
    }

    record Variant(Product product, String value) {
        String sku() {
            return product.sku(value);
        }
    }

    /** @param sku the only variant that looks like this; null: all of them do */
    record Look(String productKey, @Nullable String sku, byte[] png) {}

    /** How everything looks: one picture for all sizes of a product, one for each colour. */
    static Stream<Look> looks() {
        return PRODUCTS.stream()
                .flatMap(product -> product.ink != null
                        ? Stream.of(new Look(product.key, null, Drawings.png(product.shape, product.ink)))
                        : product.values.stream()
                                .map(colour -> new Look(
                                        product.key,
                                        product.sku(colour),
                                        Drawings.png(product.shape, Objects.requireNonNull(INKS.get(colour))))));
    }

    static List<Map<String, Object>> inputs() {
        var inputs = new ArrayList<Map<String, Object>>();
        for (var product : PRODUCTS) {
            for (var value : product.values) {
                inputs.add(Map.of(
                        "productKey",
                        product.key,
                        "sku",
                        product.sku(value),
                        "title",
                        product.title,
                        "options",
                        List.of(Map.of("name", product.option, "value", value)),
                        "vendor",
                        "Fjordwear",
                        "productType",
                        product.type,
                        "tags",
                        product.type.equals("Electronics") ? List.of("device") : List.of(),
                        "weightGrams",
                        product.grams,
                        "price",
                        Map.of("amount", product.price.toPlainString(), "currencyCode", "EUR"),
                        "finalSale",
                        false));
            }
        }
        return inputs;
    }

    static Variant any(Random random) {
        var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        return new Variant(product, product.values.get(random.nextInt(product.values.size())));
    }

    private static Product sized(String title, String type, String price, int grams, String shape, String ink) {
        return product(title, type, price, grams, "Size", SIZES, shape, ink);
    }

    private static Product coloured(String title, String type, String price, int grams, String shape) {
        return product(title, type, price, grams, "Colour", COLOURS, shape, null);
    }

    private static Product product(
            String title,
            String type,
            String price,
            int grams,
            String option,
            List<String> values,
            String shape,
            @Nullable String ink) {
        var key = title.toLowerCase(java.util.Locale.ROOT)
                .replace('ø', 'o')
                .replace('å', 'a')
                .replaceAll("[^a-z0-9]+", "-");
        return new Product(key, title, type, new BigDecimal(price), grams, option, values, shape, ink);
    }
}
