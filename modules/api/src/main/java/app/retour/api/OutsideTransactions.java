package app.retour.api;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/** Keeps what takes a network, or a second connection, out of transactions. */
@Configuration(proxyBeanMethods = false)
public class OutsideTransactions {
    /**
     * For what is no bean behind an {@link OutboundPort}, such as an open line.
     *
     * @param what for the message: "Handing over a mail"
     * @throws IllegalStateException while a transaction is active on this thread
     */
    public static void require(String what) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    what + " must not happen inside a database transaction: commit first, then talk to the world");
        }
    }

    /** Around every method of every {@link OutboundPort}, so that no adapter can forget it. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor outboundPortsOutsideTransactions() {
        var advisor = new DefaultPointcutAdvisor(new MethodsOfPorts(), (MethodInterceptor) invocation -> {
            var method = invocation.getMethod();
            require(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            return invocation.proceed();
        });
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** Methods that an interface marked as a port declares, however they are reached. */
    private static final class MethodsOfPorts extends StaticMethodMatcherPointcut {
        @Override
        public boolean matches(Method method, Class<?> target) {
            return ClassUtils.getAllInterfacesForClassAsSet(target).stream()
                    .filter(face -> AnnotatedElementUtils.hasAnnotation(face, OutboundPort.class))
                    .anyMatch(port -> ClassUtils.hasMethod(port, method.getName(), method.getParameterTypes()));
        }
    }
}
