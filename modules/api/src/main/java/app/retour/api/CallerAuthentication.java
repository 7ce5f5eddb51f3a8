package app.retour.api;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Spring Security's word for a {@link Caller}. */
public final class CallerAuthentication extends AbstractAuthenticationToken {
    private final transient Caller caller;

    public CallerAuthentication(Caller caller) {
        super(authorities(caller.scopes()));
        this.caller = caller;
        setAuthenticated(caller.kind() != Caller.Kind.ANONYMOUS);
    }

    private static Set<SimpleGrantedAuthority> authorities(Set<String> scopes) {
        return scopes.stream().map(SimpleGrantedAuthority::new).collect(Collectors.toSet());
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.key();
    }
}
