package app.retour.files;

import app.retour.privacy.DataSubject;
import app.retour.privacy.ErasureStep;
import app.retour.privacy.PersonalData;
import app.retour.privacy.PersonalTable;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is kept of shoppers here: photos and papers of their orders. */
@Component
@Order(10)
class PersonalFiles implements PersonalData, ErasureStep {
    private final Files files;
    private final StoredUploads rows;

    PersonalFiles(Files files, StoredUploads rows) {
        this.files = files;
        this.rows = rows;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofShopper("files.stored_file", "owner in (:orders)")
                .bySteps("name")
                .notPersonal("kind", "content_type"));
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int erase(DataSubject subject) {
        return subject.orders().isEmpty()
                ? 0
                : files.remove(rows.ofOwners(subject.orders().toArray(UUID[]::new)).stream()
                        .map(FileId::new)
                        .toList());
    }
}
