package app.retour.portal;

/** What milestones are called here. */
enum MilestoneTitle {
    ACCEPTED,
    TO_SEND,
    ON_ITS_WAY,
    RECEIVED,
    REFUNDED,
    EXCHANGED
}
