package app.retour.portal.door;

import app.retour.portal.LinkTooOld;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ErasureLinks;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads from the link of a mail, in which no shop is named, to the page of the shop that it is about. */
@Controller
class ErasureLinkPages {
    private final ErasureLinks links;
    private final Tenants tenants;

    ErasureLinkPages(ErasureLinks links, Tenants tenants) {
        this.links = links;
        this.tenants = tenants;
    }

    @GetMapping("/r/-/erase/{token}")
    String lead(@PathVariable String token, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        var erasing = links.verify(token).orElseThrow(LinkTooOld::new);
        return TenantContext.callAs(
                erasing.tenant(),
                () -> "redirect:/r/%s/erase/%s".formatted(tenants.current().slug(), token));
    }
}
