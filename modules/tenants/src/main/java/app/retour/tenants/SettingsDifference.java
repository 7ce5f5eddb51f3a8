package app.retour.tenants;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which settings of a merchant a change made others, for the audit: addresses by name only, since they may be a person's. */
final class SettingsDifference {
    private SettingsDifference() {}

    static Map<String, Object> between(Tenant before, Tenant after) {
        var changed = new LinkedHashMap<String, Object>();
        put(changed, "name", before.name(), after.name());
        put(changed, "slug", before.slug(), after.slug());
        put(changed, "timeZone", before.zone().getId(), after.zone().getId());
        put(changed, "locale", before.locale().toLanguageTag(), after.locale().toLanguageTag());
        put(changed, "brandColor", before.brand().color(), after.brand().color());
        if (!Objects.equals(before.brand().logoFile(), after.brand().logoFile())) {
            changed.put("logo", "changed");
        }
        if (!Objects.equals(before.contactEmail(), after.contactEmail())) {
            changed.put("contactEmail", "changed");
        }
        if (!Objects.equals(before.teamInbox(), after.teamInbox())) {
            changed.put("teamInbox", "changed");
        }
        if (!Objects.equals(before.returnAddress(), after.returnAddress())) {
            changed.put("returnAddress", "changed");
        }
        return changed;
    }

    private static void put(Map<String, Object> changed, String field, String before, String after) {
        if (!before.equals(after)) {
            changed.put(field, Map.of("before", before, "after", after));
        }
    }
}
