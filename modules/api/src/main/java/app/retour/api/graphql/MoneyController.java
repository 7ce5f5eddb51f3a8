package app.retour.api.graphql;

import app.retour.kernel.Money;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Money as the schema tells it. */
@Controller
class MoneyController {
    @SchemaMapping(typeName = "Money")
    String currencyCode(Money money) {
        return money.currency().getCurrencyCode();
    }
}
