#!/usr/bin/env bash
# Hibernate ORM 7.4.13.Final (org.hibernate.orm:hibernate-core), @TenantId, with H2 2.4.240.
# Behaviour: @TenantId is a filter that is on in every session, and with a filter on the SQL of a query is not kept: the
#   same HQL is translated to SQL again each time it runs. Of the two things that the plan cache keeps, what was read of the
#   text and what was made of it, only the first is found again.
# Most would guess: the second run of the same text finds all of it, as it does without the annotation.
# Seen: plain: 2 misses, 8 hits / by tenant: 1 misses, 4 hits, of five runs each
# Run by hand: bash findings/hibernate-tenant-id-translates-every-query-anew.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>plans</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.hibernate.orm</groupId><artifactId>hibernate-core</artifactId><version>7.4.13.Final</version></dependency>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.4.240</version></dependency>
</dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
cat > Plans.java <<'JAVA'
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.annotations.TenantId;
import org.hibernate.cfg.Configuration;

public class Plans {
    @Entity(name = "Parcel")
    public static class Plain {
        @Id
        long id;
    }

    @Entity(name = "Parcel")
    public static class OfTenant {
        @Id
        long id;

        @TenantId
        String tenant;
    }

    public static void main(String[] none) {
        Logger.getLogger("org.hibernate").setLevel(Level.OFF);
        tell("plain", Plain.class);
        tell("by tenant", OfTenant.class);
    }

    private static void tell(String name, Class<?> entity) {
        var configuration = new Configuration()
                .addAnnotatedClass(entity)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + entity.getSimpleName())
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.generate_statistics", "true");
        try (var sessions = configuration.buildSessionFactory()) {
            for (var again = 0; again < 5; again++) {
                var options = sessions.withOptions();
                try (var session = entity == OfTenant.class
                        ? options.tenantIdentifier((Object) "one").openSession()
                        : options.openSession()) {
                    session.createQuery("select p.id from Parcel p where p.id = :id", Long.class)
                            .setParameter("id", 1L)
                            .list();
                }
            }
            var seen = sessions.getStatistics();
            System.out.println(name + ": " + seen.getQueryPlanCacheMissCount() + " misses, "
                    + seen.getQueryPlanCacheHitCount() + " hits");
        }
    }
}
JAVA
javac -proc:none -cp 'lib/*' -d out Plans.java
said=$(java -cp 'out:lib/*' Plans 2> errors.txt) || { cat errors.txt; exit 1; }
echo "$said"
[ "$said" = "$(printf 'plain: 2 misses, 8 hits\nby tenant: 1 misses, 4 hits')" ] || { echo "Hibernate keeps it otherwise now: look again"; exit 1; }
