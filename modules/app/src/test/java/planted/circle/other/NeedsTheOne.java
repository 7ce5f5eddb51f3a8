package planted.circle.other;

import planted.circle.one.NeedsTheOther;

/** The other half. */
public record NeedsTheOne(NeedsTheOther one) {}
