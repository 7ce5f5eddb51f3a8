package app.retour.journeys;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the product said yes to, and so must have done once, whatever happened to it since. */
final class Acknowledged {
    final Queue<Submit> submits = new ConcurrentLinkedQueue<>();
    final Queue<Refund> refunds = new ConcurrentLinkedQueue<>();
    final Queue<Import> imports = new ConcurrentLinkedQueue<>();
    final Queue<String> backTests = new ConcurrentLinkedQueue<>();

    /** What was said no to though nothing was wrong with it. */
    final Queue<String> refused = new ConcurrentLinkedQueue<>();

    /** Asked and, when no answer came, never again: done once or not at all. */
    final AtomicInteger givenUp = new AtomicInteger();

    /** Asked again with the same key, since no answer came. */
    final AtomicInteger askedAgain = new AtomicInteger();

    record Submit(String order, String returnId) {}

    record Refund(String order, String refundId) {}

    /** A file of the orders {@code first} to {@code first + orders - 1}. */
    record Import(String id, int first, int orders) {}
}
