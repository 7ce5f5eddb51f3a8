package app.retour.privacy;

import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All tables as their modules tell them. */
@Component
public class PersonalTables {
    private final ObjectProvider<PersonalData> modules;

    PersonalTables(ObjectProvider<PersonalData> modules) {
        this.modules = modules;
    }

    /** @throws IllegalStateException when two modules tell the same table */
    public List<PersonalTable> all() {
        var names = new HashSet<String>();
        return modules.orderedStream()
                .flatMap(module -> module.tables().stream())
                .peek(table -> {
                    if (!names.add(table.name())) {
                        throw new IllegalStateException("%s is told twice".formatted(table.name()));
                    }
                })
                .toList();
    }
}
