package planted.circle.one;

import planted.circle.other.NeedsTheOne;

/** Half of a circle between packages. */
public record NeedsTheOther(NeedsTheOne other) {}
