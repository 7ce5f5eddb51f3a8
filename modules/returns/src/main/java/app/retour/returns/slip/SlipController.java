package app.retour.returns.slip;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Refusal;
import app.retour.returns.PostalLines;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.tenants.Tenants;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves the slip: to the team and its programs under {@code /returns}, in the merchant's language or in the one that
 * {@code ?lang=} names; to the shopper under the portal, in the portal's language.
 */
@RestController
class SlipController {
    private final Returns returns;
    private final Tenants tenants;
    private final SlipLetters letters;

    SlipController(Returns returns, Tenants tenants, SlipLetters letters) {
        this.returns = returns;
        this.tenants = tenants;
        this.letters = letters;
    }

    @GetMapping("/returns/{id}/slip.pdf")
    ResponseEntity<byte[]> forTheTeam(
            @PathVariable String id, @RequestParam(name = "lang", required = false) @Nullable String language) {
        var caller = Caller.current();
        var team = caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR);
        if (!team || !caller.holds("returns:read")) {
            throw nothingHere();
        }
        var asked =
                language == null || language.isBlank() ? tenants.current().locale() : Locale.forLanguageTag(language);
        return slip(id, SlipWords.in(asked));
    }

    @GetMapping("/r/{slug}/returns/{id}/slip.pdf")
    ResponseEntity<byte[]> forTheShopper(@PathVariable String id, Locale language) {
        if (!Caller.current().is(Caller.Kind.SHOPPER)) {
            throw nothingHere();
        }
        return slip(id, SlipWords.in(language));
    }

    private ResponseEntity<byte[]> slip(String id, SlipWords words) {
        var asked = returnId(id);
        var merchant = tenants.current();
        var slip = returns.find(asked)
                .filter(found -> Caller.current().mayTouchOrder(found.orderId()))
                .flatMap(_ -> returns.slip(asked, words.language(), merchant.locale()))
                .orElseThrow(SlipController::nothingHere);
        var sendTo = PostalLines.of(merchant.returnAddress(), words.language());
        var document = new SlipDocument(slip, merchant.name(), sendTo, words);
        var page = document.pdf();
        letters.missed(slip.rmaNumber(), document.missing());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("return-slip-" + slip.rmaNumber() + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    private static ReturnId returnId(String id) {
        try {
            return new ReturnId(GlobalId.parse(id, "Return"));
        } catch (Refusal foreign) {
            throw nothingHere();
        }
    }

    private static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such slip");
    }
}
