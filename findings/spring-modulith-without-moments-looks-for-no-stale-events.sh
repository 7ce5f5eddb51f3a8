#!/usr/bin/env bash
# Spring Modulith 2.1.1 (spring-modulith-starter-jdbc, with spring-modulith-moments in it and left out), Spring Boot 4.1.2.
# Behaviour: the check for stale event publications (spring.modulith.events.staleness.*) is registered as a scheduled task, and
#   nothing of the event registry enables scheduling. It runs because spring-modulith-moments, which announces hours and days and
#   comes with the starter, enables scheduling for the whole application. Without that jar the settings are read, no task runs, and
#   neither an error nor a line of the log says so: what a dead process was working on stays PROCESSING for ever.
# Most would guess: settings of the registry's own monitor work with the registry alone, and a jar for the passage of time can go
#   where nobody listens to it; or else the start fails.
# Seen: "with moments: 1 task" and "without moments: 0 tasks"
# Run by hand: bash findings/spring-modulith-without-moments-looks-for-no-stale-events.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>staleness</artifactId><version>1</version>
<dependencyManagement><dependencies>
<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId>
<version>4.1.2</version><type>pom</type><scope>import</scope></dependency>
</dependencies></dependencyManagement>
<dependencies>
<dependency><groupId>org.springframework.modulith</groupId><artifactId>spring-modulith-starter-jdbc</artifactId><version>2.1.1</version></dependency>
<dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId></dependency>
</dependencies></project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib >&2
mkdir app
cat > app/Staleness.java <<'JAVA'
package app;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@EnableAutoConfiguration
public class Staleness {
    public static void main(String[] none) {
        var application = new SpringApplication(Staleness.class);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "spring.modulith.events.jdbc.schema-initialization.enabled", "true",
                "spring.modulith.events.staleness.check-interval", "1s",
                "spring.modulith.events.staleness.processing", "2s"));
        try (var started = application.run()) {
            var stale = started.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                    .flatMap(holder -> holder.getScheduledTasks().stream())
                    .filter(task -> task.toString().contains("Staleness"))
                    .count();
            System.out.println(stale);
        }
    }
}
JAVA
mkdir out
javac -proc:none -cp 'lib/*' -d out app/Staleness.java
with=$(java -cp 'out:lib/*' app.Staleness)
rm lib/spring-modulith-moments-*.jar
without=$(java -cp 'out:lib/*' app.Staleness)
echo "with moments: $with task"
echo "without moments: $without tasks"
[ "$with" = 1 ] && [ "$without" = 0 ] || { echo "It does not depend on that jar any more: look again"; exit 1; }
