package app.retour.returns.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Groups of returns as conditions of SQL: whole ones, each of its own, and none that reads another merchant's rows. */
class GroupsAsSqlTests {
    @ParameterizedTest
    @EnumSource(HeadlineGroup.class)
    void aConditionIsWholeSoThatItMayStandBesideOthers(HeadlineGroup group) {
        var condition = HeadlineGroups.condition(group);
        assertThat(condition).doesNotContain("%s").isNotBlank();
        var depth = 0;
        for (var at = 0; at < condition.length(); at++) {
            var letter = condition.charAt(at);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            assertThat(depth).as(condition).isNotNegative();
        }
        assertThat(depth).as(condition).isZero();
        assertThat(withoutBrackets(condition)).as("an or outside brackets").doesNotContain(" or ");
    }

    private static String withoutBrackets(String condition) {
        var left = new StringBuilder();
        var depth = 0;
        for (var at = 0; at < condition.length(); at++) {
            var letter = condition.charAt(at);
            depth += letter == '(' ? 1 : 0;
            if (depth == 0) {
                left.append(letter);
            }
            depth -= letter == ')' ? 1 : 0;
        }
        return left.toString();
    }

    @ParameterizedTest
    @EnumSource(HeadlineGroup.class)
    void everyRowBesideTheReturnIsOfTheSameTenantAndReturn(HeadlineGroup group) {
        for (var part : HeadlineGroups.condition(group).split("exists \\(select from ")) {
            if (part.startsWith("returns.")) {
                assertThat(part).contains("tenant_id = a.tenant_id").contains("return_id = a.id");
            }
        }
    }

    @Test
    void noTwoGroupsAreTheSame() {
        var conditions = Arrays.stream(HeadlineGroup.values())
                .map(HeadlineGroups::condition)
                .toList();
        assertThat(new HashSet<>(conditions)).hasSameSizeAs(conditions);
    }

    @ParameterizedTest
    @CsvSource({
        "NEEDS_REVIEW, i.decision = 'IN_REVIEW', true",
        "SHOPPERS_TURN, i.decision = 'WAITING_FOR_SHOPPER', true",
        "PROBLEM, r.state = 'FAILED', true",
        "PROBLEM, 'p.state in (''LOST'', ''EXCEPTION'')', true",
        "APPROVED, a.approved_at is not null, true",
        "ON_THE_WAY, p.state = 'IN_TRANSIT', true",
        "AT_WAREHOUSE, p.state = 'DELIVERED', true",
        "REFUND_DUE, 'r.state in (''DUE'', ''ISSUING'', ''FAILED'')', false",
        "DONE, a.closed_at is not null, false",
    })
    void aGroupLooksAtWhatItIsNamedFor(HeadlineGroup group, String looksAt, boolean openAlone) {
        assertThat(HeadlineGroups.condition(group)).contains(looksAt);
        assertThat(HeadlineGroups.condition(group).startsWith("a.closed_at is null and "))
                .as("of open returns alone")
                .isEqualTo(openAlone);
    }

    @Test
    void theDecisionInSqlKnowsEveryDecisionInTheOrderOfTheOneInJava() {
        var said = HeadlineGroups.DECISION;
        assertThat(Arrays.stream(ReturnDecision.values()).map(Enum::name))
                .isNotEmpty()
                .allMatch(said::contains);
        assertThat(said.indexOf("then 'WAITING_FOR_SHOPPER'")).isLessThan(said.indexOf("then 'IN_REVIEW'"));
        assertThat(said.indexOf("then 'PARTLY_APPROVED'")).isLessThan(said.indexOf("then 'APPROVED'"));
    }

    @Test
    void aReceiptIsNamedByItsIdAlone() {
        var id = UUID.fromString("0192f0c1-2222-7333-8444-555566667777");
        assertThat(new ReceiptId(id)).hasToString(id.toString());
    }
}
