package app.retour.returns;

import app.retour.tenants.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Why goods come back, in the merchant's words. Archived, never deleted. */
@Entity
@Table(schema = "returns", name = "reason")
class Reason extends TenantOwned {
    private String code = "";

    @Enumerated(EnumType.STRING)
    private ReasonGroup reasonGroup = ReasonGroup.OTHER;

    private int position;
    private boolean archived;

    @JdbcTypeCode(SqlTypes.JSON)
    private String texts = "{}";

    protected Reason() {}

    Reason(String code, ReasonGroup group, int position, Map<String, String> texts) {
        this.code = code;
        reasonGroup = group;
        this.position = position;
        this.texts = Papers.write(texts);
    }

    void say(Map<String, String> newTexts) {
        texts = Papers.write(newTexts);
    }

    void file(ReasonGroup group, int newPosition) {
        reasonGroup = group;
        position = newPosition;
    }

    void archive(boolean away) {
        archived = away;
    }

    ReturnReason snapshot() {
        return new ReturnReason(new ReasonId(id()), code, reasonGroup, position, archived, Papers.texts(texts));
    }
}
