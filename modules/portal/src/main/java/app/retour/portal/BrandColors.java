package app.retour.portal;

/**
 * The merchant's one colour, made readable: as a ground for buttons, as text on light and on dark. Nothing of what the
 * merchant typed reaches the sheet but a checked colour.
 */
record BrandColors(Tint brand) {
    private static final Tint FALLBACK = new Tint(0x1f, 0x4f, 0xd8);
    private static final Tint DARK_GROUND = new Tint(0x1b, 0x1d, 0x21);
    static final BrandColors PLAIN = new BrandColors(FALLBACK);
    private static final double VISIBLE = 3.0;

    static BrandColors of(Storefront.Brand brand) {
        return new BrandColors(Tint.of(brand.color(), FALLBACK));
    }

    static BrandColors of(String key) {
        return new BrandColors(Tint.of("#" + key, FALLBACK));
    }

    String key() {
        return brand.hex().substring(1);
    }

    String sheet() {
        var dark = brand.contrastTo(DARK_GROUND) < VISIBLE ? brand.readableOn(DARK_GROUND, Tint.WHITE) : brand;
        return """
                :root{--brand:%s;--on-brand:%s;--brand-text:%s;--brand-soft:%s}
                @media (prefers-color-scheme:dark){:root{--brand:%s;--on-brand:%s;--brand-text:%s;--brand-soft:%s}}
                @media print{:root{--brand:#000;--on-brand:#fff;--brand-text:#000;--brand-soft:#fff}}
                """.formatted(
                        brand.hex(),
                        brand.ink().hex(),
                        brand.readableOn(Tint.WHITE, Tint.BLACK).hex(),
                        brand.mixedWith(Tint.WHITE, 0.9).hex(),
                        dark.hex(),
                        dark.ink().hex(),
                        brand.readableOn(DARK_GROUND, Tint.WHITE).hex(),
                        brand.mixedWith(DARK_GROUND, 0.82).hex());
    }
}
