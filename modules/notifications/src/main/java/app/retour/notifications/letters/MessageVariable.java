package app.retour.notifications.letters;

import app.retour.notifications.moments.Moment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A value that a template may show, explained for the person who writes it. */
public record MessageVariable(String name, String description, String example) {
    private record Known(String name, String description) {}

    private static final List<Known> EVERYWHERE = List.of(
            of("shop.name", "Your business name"),
            of("shop.contact", "Where shoppers write to"),
            of("shop.address", "Where goods go back to"),
            of("shopper.name", "The shopper's name, if the order has one"),
            of("order.number", "The order's number"),
            of("return.rma", "The return's number"),
            of("return.requested_on", "The day they asked for it; | date: \"%d.%m.%Y %H:%M\" writes it otherwise"),
            of("return.value", "What they paid for the goods of this return"),
            of("return.items", "All items: title, quantity, value, reason, why, keep"),
            of("return.approved", "The approved items"),
            of("return.rejected", "The items not approved, each with why"),
            of("return.waiting", "The items not yet decided"),
            of("return.sends", "True when something is to be sent back"),
            of("return.shipping", "Who pays the way back: MERCHANT, DEDUCTED or SHOPPER"),
            of("return.next", "What is next, as sentences"),
            of("return.next_by", "By when, if there is a day"),
            of("return.estimate", "The refund to expect, if it is known"));

    private static final List<Known> EVIDENCE = List.of(
            of("evidence.photos", "How many photos are wanted"),
            of("evidence.comment", "True when words are wanted"),
            of("evidence.message", "What your team says to it"),
            of("evidence.by", "The last day for it"),
            of("evidence.items", "The items it is wanted for"));

    private static final Map<Moment, List<Known>> ONLY = Map.of(
            Moment.REVIEW_WANTED, List.of(of("return.because", "Why a person is needed, as sentences")),
            Moment.EVIDENCE_WANTED, EVIDENCE,
            Moment.EVIDENCE_REMINDER, EVIDENCE,
            Moment.ON_ITS_WAY,
                    List.of(of("parcel.carrier", "The carrier"), of("parcel.tracking_number", "The tracking number")),
            Moment.ITEM_RECEIVED,
                    List.of(
                            of("receipt.lines", "What was counted: title, received, missing, unexpected"),
                            of("receipt.complete", "True when nothing more is expected")),
            Moment.REFUND_ISSUED,
                    List.of(
                            of("refund.amount", "The amount; compare it with a number: refund.amount > 50"),
                            of("refund.shares", "Each means of payment: means, amount"),
                            of("refund.reference", "The reference of the payment"),
                            of("refund.lines", "How it adds up: text, amount")),
            Moment.REFUND_FAILED,
                    List.of(
                            of("refund.amount", "The amount; compare it with a number: refund.amount > 50"),
                            of("refund.failure", "Why it failed")));

    /** Everything that may stand in this moment's template, each with its example among some. */
    public static List<MessageVariable> of(Moment moment, Map<String, Object> examples) {
        return Stream.concat(EVERYWHERE.stream(), ONLY.getOrDefault(moment, List.of()).stream())
                .map(known -> new MessageVariable(
                        known.name(), known.description(), ExampleValues.sampleOf(known.name(), examples)))
                .toList();
    }

    private static Known of(String name, String description) {
        return new Known(name, description);
    }
}
