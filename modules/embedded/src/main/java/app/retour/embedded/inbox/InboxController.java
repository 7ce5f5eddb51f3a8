package app.retour.embedded.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The inbox page: every mail that left, newest first. */
@Controller
class InboxController {
    private static final int SHOWN = 200;
    private final Path folder;

    InboxController(@Value("${retour.inbox.directory}") Path folder) {
        this.folder = folder;
    }

    @GetMapping("/inbox")
    String list(Model model) throws IOException {
        model.addAttribute("mails", mails());
        return "inbox/list";
    }

    @GetMapping("/inbox/{id:\\d+}")
    String mail(@PathVariable String id, Model model) {
        model.addAttribute("mail", find(id));
        return "inbox/mail";
    }

    /** The HTML part, in a sandbox: what a merchant wrote must not run as us. */
    @GetMapping("/inbox/{id:\\d+}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(
                        "Content-Security-Policy",
                        "sandbox allow-popups; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(find(id).html().replace("<head>", "<head><base target=\"_blank\">"));
    }

    private List<Mail> mails() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .map(Mail::read)
                    .toList();
        }
    }

    private Mail find(String id) {
        return Optional.of(folder.resolve(id + ".eml"))
                .filter(Files::exists)
                .map(Mail::read)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
