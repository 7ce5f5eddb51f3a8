package app.retour.returns.slip;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Refusal;
import app.retour.returns.PostalLines;
import app.retour.returns.ReturnId;
import app.retour.returns.Returns;
import app.retour.tenants.Tenants;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the slip: to the team and its programs under {@code /returns}, to the shopper under her portal. */
@RestController
class SlipController {
    private final Returns returns;
    private final Tenants tenants;

    SlipController(Returns returns, Tenants tenants) {
        this.returns = returns;
        this.tenants = tenants;
    }

    @GetMapping("/returns/{id}/slip.pdf")
    ResponseEntity<byte[]> forTheTeam(@PathVariable String id) {
        var caller = Caller.current();
        var team = caller.is(Caller.Kind.STAFF) || caller.is(Caller.Kind.INTEGRATOR);
        if (!team || !caller.holds("returns:read")) {
            throw nothingHere();
        }
        return slip(id);
    }

    @GetMapping("/r/{slug}/returns/{id}/slip.pdf")
    ResponseEntity<byte[]> forTheShopper(@PathVariable String id) {
        if (!Caller.current().is(Caller.Kind.SHOPPER)) {
            throw nothingHere();
        }
        return slip(id);
    }

    private ResponseEntity<byte[]> slip(String id) {
        var asked = returnId(id);
        var slip = returns.find(asked)
                .filter(found -> Caller.current().mayTouchOrder(found.orderId()))
                .flatMap(_ -> returns.slip(asked))
                .orElseThrow(SlipController::nothingHere);
        var merchant = tenants.current();
        var page =
                new SlipPage(slip, merchant.name(), PostalLines.of(merchant.returnAddress(), merchant.locale())).pdf();
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
