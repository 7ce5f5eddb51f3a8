package app.retour.returns.refunds;

import app.retour.returns.view.Refund;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The gateway of this module's tests: pays once for one key, answers the same to the same. */
@Component
@Primary
public class Bank implements RefundGateway {
    private final Map<String, Answer.Paid> paid = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();
    private volatile Function<Answer.Paid, Answer> answer = done -> done;

    public void answers(Function<Answer.Paid, Answer> with) {
        answer = with;
    }

    public boolean hasPaid(Refund of) {
        return paid.containsKey(of.refundId().toString());
    }

    @Override
    public Answer pay(Payment payment) {
        calls.merge(payment.id().value(), 1, Integer::sum);
        return answer.apply(
                paid.computeIfAbsent(payment.key(), key -> new Answer.Paid(reference(key, payment.reference()))));
    }

    private static String reference(String key, @Nullable String said) {
        return said == null ? "bank-" + key : said;
    }

    public int calls(Refund of) {
        return calls.getOrDefault(of.refundId().value(), 0);
    }
}
