package app.retour.tenants.people;

import app.retour.tenants.secrets.Secrets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on paper for who lost the phone: ten of eighty random bits, shown once, stored hashed, each good once. */
@Component
class RecoveryCodes {
    static final int HOW_MANY = 10;
    private static final String PURPOSE = "recovery code";
    /** Crockford's: nothing in it is read for something else. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 16;
    private static final Pattern CODE = Pattern.compile("[%s]{%d}".formatted(LETTERS, LENGTH));
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
        var codes = Stream.generate(RecoveryCodes::code).limit(HOW_MANY).toList();
        for (var code : codes) {
            jdbc.sql("insert into tenants.recovery_code (person_id, hash, made_at) values (?, ?, ?)")
                    .params(person, hash(person, plain(code)), Timestamp.from(clock.instant()))
                    .update();
        }
        return codes;
    }

    /** One statement decides: of many at once with the same code, one gets it. */
    boolean use(UUID person, String typed) {
        var code = plain(typed);
        return CODE.matcher(code).matches()
                && jdbc.sql("delete from tenants.recovery_code where person_id = ? and hash = ?")
                                .params(person, hash(person, code))
                                .update()
                        == 1;
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

    private String hash(UUID person, String code) {
        return secrets.hash(PURPOSE, person + " " + code);
    }

    private static String code() {
        var code = new StringBuilder();
        for (var next : Secrets.random(LENGTH)) {
            if (code.length() % 5 == 4) {
                code.append('-');
            }
            code.append(LETTERS.charAt(next & 31));
        }
        return code.toString();
    }

    /** However it is typed: with blanks or without, and with what is easily taken for something else. */
    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }
}
