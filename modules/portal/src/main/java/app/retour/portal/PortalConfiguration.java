package app.retour.portal;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** The portal's words, and the engine that puts them into its pages. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {
    private static final ResourceBundleMessageSource WORDS = words();

    private static ResourceBundleMessageSource words() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("portal.messages");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    MessageSourceAccessor portalWords() {
        return new MessageSourceAccessor(WORDS);
    }

    @Bean
    SpringTemplateEngine templateEngine(ObjectProvider<ITemplateResolver> resolvers) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(WORDS);
        resolvers.orderedStream().forEach(engine::addTemplateResolver);
        return engine;
    }
}
