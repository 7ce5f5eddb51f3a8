package app.retour.returns.graphql;

import app.retour.api.Answers;
import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.api.UserError;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.ReturnPreview;
import app.retour.returns.Returns;
import app.retour.returns.eligibility.ReturnOptions;
import app.retour.returns.events.ReturnId;
import app.retour.returns.lists.ReturnCounts;
import app.retour.returns.lists.ReturnFilter;
import app.retour.returns.lists.ReturnLists;
import app.retour.returns.view.Return;
import app.retour.returns.waterfall.Waterfall;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Controller;

/** What can be asked about returns. */
@Controller
class ReturnController {
    static final int PAGE = 50;
    static final int LARGEST_PAGE = 200;
    private final Returns returns;
    private final ReturnLists lists;

    ReturnController(Returns returns, ReturnLists lists) {
        this.returns = returns;
        this.lists = lists;
    }

    @QueryMapping("return")
    Optional<Return> one(@Argument String id) {
        try {
            return returns.find(new ReturnId(GlobalId.parse(id, "Return"))).filter(WireIds::isTheirs);
        } catch (Refusal foreign) {
            return Optional.empty();
        }
    }

    @QueryMapping
    Optional<Return> returnByRma(@Argument String rmaNumber) {
        return returns.byRma(rmaNumber);
    }

    @QueryMapping
    Window<Return> returns(@Argument @Nullable ReturnFilter filter, ScrollSubrange range) {
        return lists.list(filter == null ? ReturnFilter.ALL : filter, position(range), count(range));
    }

    @QueryMapping
    Window<Return> reviewQueue(ScrollSubrange range) {
        return lists.reviewQueue(position(range), count(range));
    }

    static ScrollPosition position(ScrollSubrange range) {
        return range.position().orElse(ScrollPosition.keyset());
    }

    static int count(ScrollSubrange range) {
        return Math.clamp(range.count().orElse(PAGE), 1, LARGEST_PAGE);
    }

    @QueryMapping
    ReturnCounts returnCounts() {
        return lists.counts();
    }

    @QueryMapping
    List<Return> returnsOfOrder(@Argument @Nullable String orderId) {
        return returns.ofOrder(WireIds.order(orderId));
    }

    @QueryMapping
    Optional<ReturnOptions> returnOptions(@Argument @Nullable String orderId) {
        try {
            return Optional.of(returns.options(WireIds.order(orderId)));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    @QueryMapping
    PreviewAnswer previewReturn(@Argument PreviewReturnInput input) {
        return Answers.of(
                () -> returns.preview(RequestedItemInput.request(input.orderId(), input.items())),
                PreviewAnswer::of,
                errors -> new PreviewAnswer(List.of(), null, errors));
    }

    @QueryMapping
    TryAnswer tryOnOrder(@Argument TryOnOrderInput input) {
        return Answers.of(
                () -> returns
                        .tryOnOrder(
                                RequestedItemInput.request(input.orderId(), input.items()),
                                "DRAFT".equals(input.source()))
                        .stream()
                        .map(TryAnswer.Item::of)
                        .toList(),
                items -> new TryAnswer(items, List.of()),
                errors -> new TryAnswer(List.of(), errors));
    }

    record PreviewReturnInput(@Nullable String orderId, List<RequestedItemInput> items) {}

    record TryOnOrderInput(String orderId, List<RequestedItemInput> items, String source) {}

    /** {@code ReturnPreview} of the schema. */
    record PreviewAnswer(List<Item> items, @Nullable Waterfall expectedRefund, List<UserError> userErrors) {
        static PreviewAnswer of(ReturnPreview preview) {
            return new PreviewAnswer(
                    preview.items().stream().map(Item::of).toList(), preview.expectedRefund(), List.of());
        }

        record Item(
                String orderLineId,
                int quantity,
                List<Resolution> allowedResolutions,
                @Nullable Integer daysSinceDelivery,
                boolean deliveryAssumed,
                @Nullable Money fee,
                @Nullable String feeText,
                Fee.@Nullable Per feePer,
                @Nullable BigDecimal feeRate,
                ReturnShipping returnShipping,
                int photosWanted,
                boolean commentWanted) {
            static Item of(ReturnPreview.Item item) {
                return new Item(
                        GlobalId.of("OrderLine", item.orderLineId()),
                        item.quantity(),
                        item.allowedResolutions(),
                        item.daysSinceDelivery(),
                        item.deliveryAssumed(),
                        item.fee(),
                        item.feeText(),
                        item.feePer(),
                        item.feeRate(),
                        item.returnShipping(),
                        item.photosWanted(),
                        item.commentWanted());
            }
        }
    }

    static boolean isShopper() {
        return Caller.current().is(Caller.Kind.SHOPPER);
    }
}
