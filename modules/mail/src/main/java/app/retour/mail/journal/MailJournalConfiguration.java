package app.retour.mail.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the journals lie: on a local disk that lives as long as the machine, for the processes of one installation. */
@Configuration(proxyBeanMethods = false)
class MailJournalConfiguration {
    /**
     * @param configured unless it says where, a folder for temporary files, one for each database: of another's journals
     *     nothing could be put back, and they would be gone
     */
    @Bean
    JournalFolder journalFolder(
            @Value("${retour.mail.journal:}") String configured,
            @Value("${java.io.tmpdir}") Path temporary,
            @Value("${spring.datasource.url:}") String database) {
        return JournalFolder.of(
                configured.isBlank()
                        ? temporary.resolve(
                                "retour-mail-" + UUID.nameUUIDFromBytes(database.getBytes(StandardCharsets.UTF_8)))
                        : Path.of(configured));
    }

    @Bean
    MailRecovery mailRecovery(
            JournalFolder folder,
            ObjectProvider<InterruptedMails> queues,
            @Value("${retour.jobs.enabled:true}") boolean enabled) {
        return new MailRecovery(folder, queues.stream().toList(), enabled);
    }
}
