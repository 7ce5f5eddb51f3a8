package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser.Answer;
import app.retour.tenants.people.SignUps;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import retour.testkit.TestDatabase;

/** A database that has no room refuses in the middle of a return: it is said clearly, and nothing of it stays. */
@OneConnection
class DatabaseFullTests {
    @LocalServerPort
    int port;

    @Autowired
    SignUps signUps;

    private Merchant merchant;

    @BeforeEach
    void aMerchantWhoseItemsFindNoRoom() throws SQLException {
        merchant = Merchant.signedIn(port, signUps);
        asOperator("""
                create function public.no_room() returns trigger language plpgsql as $$ begin
                    if new.tenant_id = '%s' then
                        raise exception 'could not extend file: No space left on device' using errcode = '53100';
                    end if;
                    return new;
                end $$""".formatted(merchant.tenant()));
        asOperator(
                "create trigger no_room before insert on returns.return_item for each row execute function public.no_room()");
    }

    @AfterEach
    void roomAgain() throws SQLException {
        asOperator("drop function if exists public.no_room() cascade");
    }

    @Test
    void nothingIsLeftHalfWritten() throws SQLException {
        var order = merchant.sells("5001");
        var input = Map.of(
                "orderId",
                order.path("id").asString(),
                "items",
                List.of(Map.of(
                        "orderLineId", order.at("/lines/0/id").asString(), "quantity", 1, "reason", "changed_mind")),
                "idempotencyKey",
                "once");
        var refused = asked(input);
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(refused.at("/errors/0/message").asString())
                .contains(refused.header("X-Correlation-Id"))
                .doesNotContain("extend file");
        for (var table : List.of("returns.return_authorization", "returns.return_item")) {
            assertThat(count("select count(*) from %s where tenant_id = '%s'".formatted(table, merchant.tenant())))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from api.idempotency_key where key = 'once' and tenant_id = '%s'"
                        .formatted(merchant.tenant())))
                .isZero();
        assertThat(count("select count(*) from notifications.notification where tenant_id = '%s'"
                        .formatted(merchant.tenant())))
                .isZero();

        roomAgain();
        var taken = asked(input);
        assertThat(taken.at("/data/requestReturn/return/id").asString())
                .as(taken.body())
                .isNotEmpty();
    }

    private Answer asked(Map<String, ?> input) {
        return merchant.browser()
                .graphql(
                        "mutation($input: RequestReturnInput!) { requestReturn(input: $input) { return { id } userErrors { message } } }",
                        Map.of("input", input));
    }

    private static void asOperator(String statement) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var order = database.createStatement()) {
            order.execute(statement);
        }
    }

    private static int count(String question) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var asked = database.createStatement();
                var answer = asked.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
