package app.retour.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The web admin and GraphiQL, as files of the jar. The admin's own addresses all lead to its one page. */
@Configuration(proxyBeanMethods = false)
class FrontEnds implements WebMvcConfigurer {
    private static final String PAGE = "index.html";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/admin/assets/**")
                .addResourceLocations("classpath:/META-INF/resources/admin/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/admin/**")
                .addResourceLocations("classpath:/META-INF/resources/admin/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(FrontEnds::fingerprint)
                .resourceChain(false)
                .addResolver(new OnePage())
                .addTransformer(new PageNonce(PAGE));
        registry.addResourceHandler("/graphiql/**")
                .addResourceLocations("classpath:/META-INF/resources/graphiql/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(FrontEnds::fingerprint)
                .resourceChain(false)
                .addResolver(new OnePage())
                .addTransformer(new PageNonce(PAGE));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/admin/");
        registry.addRedirectViewController("/admin", "/admin/");
        registry.addRedirectViewController("/graphiql", "/graphiql/");
        registry.addViewController("/admin/").setViewName("forward:/admin/" + PAGE);
        registry.addViewController("/graphiql/").setViewName("forward:/graphiql/" + PAGE);
    }

    /**
     * By content: an image gives its files the same age in each release, and a browser that asked by age would keep a page
     * whose scripts are gone.
     */
    private static String fingerprint(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class OnePage extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var found = super.getResource(path, location);
            var last = path.substring(path.lastIndexOf('/') + 1);
            return found != null || last.contains(".") ? found : super.getResource(PAGE, location);
        }
    }
}
