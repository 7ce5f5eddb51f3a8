package app.retour.returns.settings;

import app.retour.kernel.Phrase;
import app.retour.returns.columns.JsonColumns;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Why goods come back, in the merchant's words. Archived, never deleted. */
@Entity
@Table(schema = "returns", name = "reason")
public class Reason extends TenantOwned {
    private String code;

    @Enumerated(EnumType.STRING)
    private ReasonGroup reasonGroup;

    private int position;
    private boolean archived;

    @JdbcTypeCode(SqlTypes.JSON)
    private String texts;

    private String defaultLocale;

    protected Reason() {}

    Reason(String code, ReasonGroup group, int position, Phrase told) {
        this.code = code;
        reasonGroup = group;
        this.position = position;
        say(told);
    }

    final void say(Phrase told) {
        texts = JsonColumns.write(told.texts());
        defaultLocale = Objects.requireNonNull(told.language());
    }

    void file(ReasonGroup group, int newPosition) {
        reasonGroup = group;
        position = newPosition;
    }

    void archive(boolean away) {
        archived = away;
    }

    ReturnReason snapshot() {
        return new ReturnReason(
                new ReasonId(id()),
                code,
                reasonGroup,
                position,
                archived,
                Phrase.of(JsonColumns.texts(texts), defaultLocale));
    }
}
