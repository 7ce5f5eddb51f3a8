package app.retour.tenants.people;

import app.retour.tenants.secrets.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper for who lost the phone: ten of eighty random bits, shown once, stored hashed, each good once. */
@Component
class RecoveryCodes {
    static final int HOW_MANY = 10;
    private static final String PURPOSE = "recovery code";
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Those from before are good no longer. Inside a transaction that holds {@link Persons#lock}. */
    List<String> renew(UUID person) {
        remove(person);
        var codes = Stream.generate(RecoveryCode::made).limit(HOW_MANY).toList();
        for (var code : codes) {
            jdbc.sql("insert into tenants.recovery_code (person_id, hash, made_at) values (?, ?, ?)")
                    .params(person, hash(person, code), Timestamp.from(clock.instant()))
                    .update();
        }
        return codes.stream().map(RecoveryCode::shown).toList();
    }

    /** One statement decides: of many at once with the same code, one gets it. */
    boolean use(UUID person, String typed) {
        return RecoveryCode.of(typed)
                .filter(code -> jdbc.sql("delete from tenants.recovery_code where person_id = ? and hash = ?")
                                .params(person, hash(person, code))
                                .update()
                        == 1)
                .isPresent();
    }

    int left(UUID person) {
        return jdbc.sql("select count(*) from tenants.recovery_code where person_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    void remove(UUID person) {
        jdbc.sql("delete from tenants.recovery_code where person_id = ?")
                .param(person)
                .update();
    }

    private String hash(UUID person, RecoveryCode code) {
        return secrets.hash(PURPOSE, person + " " + code.text());
    }
}
