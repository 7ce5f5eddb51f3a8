package app.retour.embedded.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What Fjordwear sells: forty products for the outdoors, in sizes or colours. */
final class Catalogue {
    private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL");
    private static final List<String> COLOURS = List.of("Moss", "Slate", "Rust");
    private static final List<Product> PRODUCTS = List.of(
            sized("Lofoten Rain Jacket", "Jackets", "129.00", 540),
            sized("Hardanger Down Vest", "Jackets", "149.00", 380),
            sized("Senja Softshell", "Jackets", "119.00", 610),
            sized("Tromsø Parka", "Jackets", "249.00", 1450),
            sized("Rondane Windbreaker", "Jackets", "79.00", 260),
            sized("Dovre Merino Tee", "Tops", "49.00", 160),
            sized("Dovre Merino Long Sleeve", "Tops", "69.00", 220),
            sized("Femund Flannel Shirt", "Tops", "64.50", 340),
            sized("Sognefjord Fleece", "Tops", "74.00", 390),
            sized("Vega Wool Sweater", "Tops", "98.00", 620),
            sized("Stetind Base Layer", "Tops", "59.90", 190),
            sized("Runde Linen Shirt", "Tops", "54.00", 210),
            sized("Jotunheim Trousers", "Trousers", "109.00", 520),
            sized("Galdhø Trekking Trousers", "Trousers", "94.50", 480),
            sized("Oppdal Shorts", "Trousers", "49.90", 240),
            sized("Kvaløya Tights", "Trousers", "44.00", 180),
            sized("Hemsedal Ski Trousers", "Trousers", "159.00", 780),
            sized("Ålesund Boots", "Shoes", "179.00", 1320),
            sized("Geiranger Trail Shoes", "Shoes", "119.90", 690),
            sized("Lysefjord Sandals", "Shoes", "64.90", 430),
            sized("Røros Slippers", "Shoes", "39.90", 310),
            sized("Besseggen Socks, pair", "Accessories", "14.90", 80),
            sized("Svalbard Gloves", "Accessories", "34.90", 120),
            coloured("Fjord Beanie", "Accessories", "24.90", 90),
            coloured("Bergen Cap", "Accessories", "22.00", 95),
            coloured("Hitra Scarf", "Accessories", "29.90", 140),
            coloured("Ulvik Daypack 22 l", "Bags", "84.00", 760),
            coloured("Narvik Duffel 60 l", "Bags", "119.00", 1240),
            coloured("Voss Hip Bag", "Bags", "34.50", 210),
            coloured("Trollveggen Backpack 45 l", "Bags", "164.00", 1680),
            coloured("Andøya Dry Bag", "Bags", "19.90", 150),
            coloured("Polar Headlamp 400", "Electronics", "54.90", 110),
            coloured("Aurora Power Bank", "Electronics", "69.00", 340),
            coloured("Nordlys Camp Lantern", "Electronics", "44.90", 420),
            coloured("Fjell GPS Watch", "Electronics", "219.00", 65),
            coloured("Saltfjell Stove", "Camp", "89.90", 390),
            coloured("Setesdal Mug", "Camp", "16.50", 130),
            coloured("Lyngen Flask 1 l", "Camp", "27.90", 290),
            coloured("Varanger Sleeping Mat", "Camp", "74.90", 480),
            coloured("Finnmark Hammock", "Camp", "59.00", 520));

    private Catalogue() {}

    record Product(
            String key, String title, String type, BigDecimal price, int grams, String option, List<String> values) {
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

    private static Product sized(String title, String type, String price, int grams) {
        return product(title, type, price, grams, "Size", SIZES);
    }

    private static Product coloured(String title, String type, String price, int grams) {
        return product(title, type, price, grams, "Colour", COLOURS);
    }

    private static Product product(
            String title, String type, String price, int grams, String option, List<String> values) {
        var key = title.toLowerCase(java.util.Locale.ROOT)
                .replace('ø', 'o')
                .replace('å', 'a')
                .replaceAll("[^a-z0-9]+", "-");
        return new Product(key, title, type, new BigDecimal(price), grams, option, values);
    }
}
