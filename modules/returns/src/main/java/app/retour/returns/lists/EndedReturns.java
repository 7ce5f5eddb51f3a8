package app.retour.returns.lists;

import app.retour.files.FileId;
import app.retour.files.FileUses;
import app.retour.files.Files;
import app.retour.privacy.NightlyRemoval;
import app.retour.returns.status.HeadlineGroup;
import app.retour.returns.status.HeadlineGroups;
import app.retour.tenants.tenancy.TenantContext;
import app.retour.tracking.OldMessages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets go of photos, and of what carriers sent, once a return has been over for long enough: closed by a person, or with
 * nothing left to do since its last step. A return that goes on after all is looked at again when it ends anew.
 */
@Component
@Order(50)
class EndedReturns implements NightlyRemoval, FileUses {
    private static final String DUE = """
            select a.id from returns.return_authorization a
            where a.tenant_id = :tenant and a.forgotten_at is null and a.requested_at < :before
              and not exists (select from returns.return_step s
                where s.tenant_id = :tenant and s.return_id = a.id and s.happened_at >= :before)
              and %s
            order by a.requested_at, a.id limit :most for update of a skip locked
            """.formatted(HeadlineGroups.condition(HeadlineGroup.DONE));
    private static final String PHOTOS = """
            with old as (select tenant_id, id, photo_files from returns.%1$s
                where tenant_id = :tenant and return_id in (:returns) and photo_files <> '{}' for update),
              emptied as (update returns.%1$s t set photo_files = '{}', version = version + 1
                from old where t.tenant_id = old.tenant_id and t.id = old.id returning old.photo_files)
            select photo from emptied, unnest(photo_files) photo
            """;
    private final NamedParameterJdbcTemplate jdbc;
    private final Files files;
    private final OldMessages messages;
    private final Clock clock;

    EndedReturns(NamedParameterJdbcTemplate jdbc, Files files, OldMessages messages, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "photos and messages of returns that are over";
    }

    @Override
    public Batch remove(Instant before, int most) {
        var ended = jdbc.queryForList(
                DUE, mine().addValue("before", before.atOffset(ZoneOffset.UTC)).addValue("most", most), UUID.class);
        var counts = new HashMap<String, Integer>();
        if (!ended.isEmpty()) {
            counts.put("photos", files.remove(photosOf(ended)));
            counts.put("messages of carriers", messages.forget(ended));
            counts.values().removeIf(count -> count == 0);
            jdbc.update(
                    "update returns.return_authorization set forgotten_at = :now, version = version + 1"
                            + " where tenant_id = :tenant and id in (:returns)",
                    mine().addValue("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .addValue("returns", ended));
        }
        return new Batch(counts, ended.size() == most);
    }

    private List<FileId> photosOf(List<UUID> returns) {
        var photos = new HashSet<UUID>();
        for (var table : List.of("return_item", "evidence")) {
            photos.addAll(jdbc.queryForList(PHOTOS.formatted(table), mine().addValue("returns", returns), UUID.class));
        }
        return photos.stream().map(FileId::new).toList();
    }

    @Override
    public Set<UUID> usedAmong(Collection<UUID> asked) {
        return new HashSet<>(jdbc.queryForList("""
                select f from returns.return_item, unnest(photo_files || image_file) f where tenant_id = :tenant and f in (:files)
                union select f from returns.evidence, unnest(photo_files) f where tenant_id = :tenant and f in (:files)
                union select image_file from returns.receipt_line where tenant_id = :tenant and image_file in (:files)
                """, mine().addValue("files", asked), UUID.class));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
