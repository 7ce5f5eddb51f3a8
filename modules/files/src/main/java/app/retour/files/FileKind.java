package app.retour.files;

/** What a file is for; each kind has its own content types and limits. */
public enum FileKind {
    /** A shopper's photo of an item: PNG or JPEG, at most 12 MB and 60 megapixels; drawn anew, at most 2000 pixels a side. */
    PHOTO(12_000_000),
    /** The merchant's logo: the same, but at most 2 MB and drawn at most 800 pixels a side. Anybody may see it. */
    LOGO(2_000_000),
    /** A PDF that Retour or the merchant made, at most 10 MB; always offered as a download. */
    DOCUMENT(10_000_000),
    /** A CSV file to import, UTF-8, at most 200 MB; always offered as a download. */
    IMPORT(200_000_000);

    private final long mostBytes;

    FileKind(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The largest file of this kind that is taken. */
    public long mostBytes() {
        return mostBytes;
    }
}
